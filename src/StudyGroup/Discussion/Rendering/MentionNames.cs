namespace StudyGroup.Discussion.Rendering;

/// <summary>The display names a comment may call, found by their beginning.</summary>
internal sealed class MentionNames
{
    private readonly Dictionary<char, List<MentionedName>> byFirstLetter = [];

    public MentionNames(IReadOnlyList<MentionCandidate> members)
    {
        var names = members
            .Where(member => member.DisplayName.Trim().Length > 0)
            .GroupBy(member => member.DisplayName.Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(group => new MentionedName(group.Key, [.. group.Select(member => member.AccountId).Distinct()]))
            .OrderByDescending(name => name.Name.Length);
        foreach (var name in names)
        {
            var letter = char.ToUpperInvariant(name.Name[0]);
            if (!byFirstLetter.TryGetValue(letter, out var same))
                byFirstLetter[letter] = same = [];
            same.Add(name);
        }
    }

    /// <summary>The longest name that <paramref name="text"/> begins with as whole words; members who share a name are all meant.</summary>
    public MentionedName? Longest(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !byFirstLetter.TryGetValue(char.ToUpperInvariant(text[0]), out var names))
            return null;
        foreach (var name in names)
        {
            if (text.StartsWith(name.Name, StringComparison.OrdinalIgnoreCase) && EndsWord(text[name.Name.Length..]))
                return name;
        }

        return null;
    }

    private static bool EndsWord(ReadOnlySpan<char> rest) => rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) && rest[0] != '_' && !IsMark(rest[0]);

    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}

/// <summary>A display name as its bearer writes it, and who bears it.</summary>
internal sealed record MentionedName(string Name, IReadOnlyList<Guid> AccountIds);
