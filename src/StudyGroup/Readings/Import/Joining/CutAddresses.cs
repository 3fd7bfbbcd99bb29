using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Joining;

/// <summary>
/// A web address cut at a hyphen or slash. Its rest stands at the beginning of the next block: with the bracket that closes it, bare, or as a link of its own, to an address
/// that the exporter made up.
/// </summary>
internal static class CutAddresses
{
    private const int LongestRest = 400;

    public static bool AreHalves(string first, string second) => Cut(first) is { } cut && Rest(second, cut) is not null;

    public static (string First, string Second) Join(string first, string second)
    {
        if (Cut(first) is not { } cut || Rest(second, cut) is not { } rest)
            return (first, second);
        var head = cut == Closing.Bracketed ? first[..^1] : first;
        return (head + rest.Words + (cut == Closing.None ? "" : ">"), second[rest.End..]);
    }

    private enum Closing
    {
        /// <summary><c>https://…-</c></summary>
        None,

        /// <summary><c>&lt;https://…-</c></summary>
        Open,

        /// <summary><c>&lt;https://…-&gt;</c></summary>
        Bracketed,
    }

    private static Closing? Cut(string first)
    {
        var start = first.LastIndexOfAny([' ', '\n', '(', '<', '[']) + 1;
        var last = first.AsSpan(start);
        if (!WebAddress.IsAt(last) || last.Length < 12)
            return null;
        var isOpened = start > 0 && first[start - 1] == '<';
        if (last[^1] == '>')
            return isOpened && last[^2] is '-' or '/' or '_' or '=' or '&' ? Closing.Bracketed : null;
        return isOpened ? Closing.Open : last[^1] is '-' or '_' or '=' or '&' ? Closing.None : null;
    }

    // What the rest reads, and where it ends in the second half.
    private static (string Words, int End)? Rest(string second, Closing cut)
    {
        var close = second.StartsWith('[') ? second.IndexOf("](", StringComparison.Ordinal) : -1;
        if (close > 1)
        {
            var end = second.IndexOf(')', close);
            return end < 0 || second.AsSpan(1, close - 1).ContainsAny(" <>") ? null : (second[1..close], end + 1);
        }

        var start = second.StartsWith('<') && !WebAddress.IsAt(second.AsSpan(1)) ? 1 : 0;
        var rest = second.AsSpan(start, Math.Min(second.Length - start, LongestRest));
        var length = rest.IndexOfAny(" \n>");
        var word = length < 0 ? rest : rest[..length];
        var isClosed = length >= 0 && rest[length] == '>';
        if (word.IsEmpty || WebAddress.IsAt(word) || (start == 1 && !isClosed) || (cut == Closing.Open && !isClosed))
            return null;
        if (!isClosed)
            word = word.TrimEnd(".,;:!?)");

        // A bare word may be the next word of the sentence; with a stroke or hyphen in it, it is none.
        return isClosed || LooksLikePath(word) ? (word.ToString(), start + word.Length + (isClosed ? 1 : 0)) : null;
    }

    private static bool LooksLikePath(ReadOnlySpan<char> word) =>
        !word.IsEmpty && char.IsLetterOrDigit(word[0]) && (word.Contains('/') || word.Count('-') > 1 || word.EndsWith(".html") || word.EndsWith(".pdf") || word.EndsWith(".htm"))
        && word.IndexOfAnyExceptInRange('!', '~') < 0;
}
