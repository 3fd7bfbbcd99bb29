using System.Globalization;

namespace StudyGroup.Discussion.Rendering;

/// <summary>The display names a comment may call. Looked up by length, since a group may be large and a comment full of @ signs.</summary>
internal sealed class MentionNames
{
    private readonly Dictionary<string, MentionedName> names;
    private readonly int[] lengths;

    public MentionNames(IReadOnlyList<MentionCandidate> members)
    {
        names = members
            .Where(member => !string.IsNullOrWhiteSpace(member.DisplayName))
            .GroupBy(member => member.DisplayName.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => new MentionedName(group.Key, [.. group.Select(member => member.AccountId).Distinct()]), StringComparer.OrdinalIgnoreCase);
        lengths = [.. names.Keys.Select(name => name.Length).Distinct().OrderDescending()];
    }

    /// <summary>The longest name that <paramref name="text"/> begins with as whole words; members who share a name are all meant.</summary>
    public MentionedName? Longest(ReadOnlySpan<char> text)
    {
        var byName = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in lengths)
        {
            if (length <= text.Length && EndsWord(text[length..]) && byName.TryGetValue(text[..length], out var name))
                return name;
        }

        return null;
    }

    // An underscore ends a word only where it is emphasis, which no letter follows.
    private static bool EndsWord(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart('_');
        return rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) && !IsMark(rest[0]);
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

/// <summary>A display name as its bearer writes it, and who bears it.</summary>
internal sealed record MentionedName(string Name, IReadOnlyList<Guid> AccountIds);
