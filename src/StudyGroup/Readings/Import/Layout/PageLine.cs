using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>How the sheets of a text are counted.</summary>
internal enum PageCount
{
    None,
    Digits,
    SmallRoman,
    GreatRoman,
}

/// <summary>What the sheet of paper may say on a line of its own: words that come again on other sheets, a page number, or both.</summary>
internal sealed record PageLine(string Words, int Number, PageCount Count)
{
    private const int Longest = 80;
    // Beside words, a greater number is a year.
    private const int LastPage = 999;
    private const string Around = " |-–—[]()*_";

    private static readonly Regex Labelled = new(@"^(page |p\. ?|seite |[-–—\[(| ]*)(?<n>[0-9]{1,4})( (of|von|/) [0-9]{1,4}|[-–—\])| ]*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public bool IsNumbered => Count != PageCount.None;

    public static bool IsNumber(string text) => text.Length <= Longest && Labelled.IsMatch(text);

    public static PageLine? Of(Piece piece)
    {
        var text = piece.Text;
        if (!piece.IsOpen || text.Length > Longest || text.Contains('\n'))
            return null;
        if (Labelled.Match(text) is { Success: true } label)
            return new PageLine("", int.Parse(label.Groups["n"].ValueSpan, null), PageCount.Digits);
        if (Enumerator.At(text) is not null || ".,;:".Contains(SentenceEnd.LastCharacter(text)))
            return null;

        var core = text.AsSpan().Trim(Around);
        if (Read(core) is { } alone)
            return new PageLine("", alone.Number, alone.Count);
        var (first, last) = (core.IndexOf(' '), core.LastIndexOf(' '));
        if (first < 0)
            return SentenceEnd.IsReached(text) ? null : Head(core, (0, PageCount.None));
        return Read(core[..first]) is { Number: <= LastPage } before ? Head(core[first..], before)
            : Read(core[(last + 1)..]) is { Number: <= LastPage } behind ? Head(core[..last], behind)
            : SentenceEnd.IsReached(text) ? null : Head(core, (0, PageCount.None));
    }

    private static PageLine? Head(ReadOnlySpan<char> text, (int Number, PageCount Count) page)
    {
        var words = text.Trim(Around + ".0123456789");
        // A counted thing follows its number in small letters; Roman numbers are words in some languages. A head begins like a title.
        var isHead = words.Length > 2 && (page.Count == PageCount.None || (page.Count == PageCount.Digits ? !char.IsLower(words[0]) : char.IsUpper(words[0])));
        return isHead ? new PageLine(words.ToString(), page.Number, page.Count) : null;
    }

    private static (int Number, PageCount Count)? Read(ReadOnlySpan<char> sign)
    {
        if (sign.Length is 0 or > 8)
            return null;
        if (sign.Length <= 4 && sign.IndexOfAnyExceptInRange('0', '9') < 0)
            return (int.Parse(sign, null), PageCount.Digits);

        // A great letter alone is an initial, a person, the number of a chapter.
        var isSmall = sign.IndexOfAnyExceptInRange('a', 'z') < 0;
        if (!isSmall && (sign.Length < 2 || sign.IndexOfAnyExceptInRange('A', 'Z') >= 0))
            return null;
        return RomanNumber.Value(sign) is { } value && sign.Equals(RomanNumber.Of(value), StringComparison.OrdinalIgnoreCase) ? (value, isSmall ? PageCount.SmallRoman : PageCount.GreatRoman) : null;
    }
}
