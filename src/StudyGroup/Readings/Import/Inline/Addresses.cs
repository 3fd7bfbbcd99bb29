using System.Buffers;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Inline;

/// <summary>Addresses within a text: in pointed brackets, as the target of a link, or bare.</summary>
internal static class Addresses
{
    private const int LongestAddress = 2_000;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \n<>\"“”«»[]");

    /// <summary>Where the address ends that begins here and is marked as one; otherwise the same place.</summary>
    public static int EndOfMarked(string text, int index)
    {
        if (text[index] == '<' && WebAddress.IsAt(text.AsSpan(index + 1)))
        {
            var length = text.AsSpan(index, Math.Min(LongestAddress, text.Length - index)).IndexOfAny('>', ' ');
            return length > 0 && text[index + length] == '>' ? index + length + 1 : index;
        }

        return text[index] == ']' && index + 1 < text.Length && text[index + 1] == '(' ? EndOfTarget(text, index) : index;
    }

    /// <summary>Where a bare address ends that begins here; otherwise the same place.</summary>
    public static int EndOfBare(string text, int index)
    {
        if (text[index] is not ('h' or 'H') || (index > 0 && char.IsLetterOrDigit(text[index - 1])) || !IsBareAt(text.AsSpan(index)))
            return index;
        var rest = text.AsSpan(index, Math.Min(LongestAddress, text.Length - index));
        var length = rest.IndexOfAny(Ends);
        var address = length < 0 ? rest : rest[..length];
        while (address.Length > 8 && IsTrailing(address))
            address = address[..^1];
        return index + address.Length;
    }

    private static bool IsBareAt(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    // A closing bracket belongs to the address if it opens one.
    private static bool IsTrailing(ReadOnlySpan<char> address) =>
        ".,;:!?*'’".Contains(address[^1]) || (address[^1] == ')' && address.Count('(') < address.Count(')'));

    private static int EndOfTarget(string text, int index)
    {
        var depth = 0;
        for (var place = index + 1; place < Math.Min(text.Length, index + LongestAddress); place++)
        {
            depth += text[place] == '(' ? 1 : text[place] == ')' ? -1 : 0;
            if (depth == 0)
                return place + 1;
            if (text[place] is ' ' or '\n')
                return index;
        }

        return index;
    }
}
