using System.Text.RegularExpressions;

namespace StudyGroup.Readings.Import.Editing;

/// <summary>A place where a paragraph may be split.</summary>
/// <param name="Offset">In UTF-16 code units of the Markdown.</param>
/// <param name="Words">How the second part would begin.</param>
public sealed record SentenceStart(int Offset, string Words);

/// <summary>Where the sentences of a paragraph begin, as far as its stops and lines tell: a choice for a person, never a decision.</summary>
public static partial class Sentences
{
    private const int MostWords = 60;

    /// <summary>Every start but the first.</summary>
    public static IEnumerable<SentenceStart> StartsIn(string markdown) =>
        from stop in Stop().Matches(markdown)
        let start = stop.Index + stop.Length
        where start < markdown.Length
        select new SentenceStart(start, markdown.Length - start <= MostWords ? markdown[start..] : markdown[start..(start + MostWords)] + "…");

    [GeneratedRegex(@"(?:[.!?…。！？][""'”’»)\]*_]*(?:\[\^[^\]\s]{1,40}\])*[ \n]+)|\n", RegexOptions.NonBacktracking)]
    private static partial Regex Stop();
}
