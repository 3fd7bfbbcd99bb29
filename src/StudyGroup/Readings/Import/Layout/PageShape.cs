using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>How a plain text was laid out: where its lines were broken, and whether each line is a paragraph of its own.</summary>
/// <param name="Width">The length that nine in ten lines with a successor do not exceed.</param>
/// <param name="HasParagraphLines">Lines follow each other without blank lines, and most of them end a sentence.</param>
/// <param name="IsVerse">Most lines end where the author ended them, as in poems and plays.</param>
internal sealed record PageShape(int Width, bool HasParagraphLines, bool IsVerse)
{
    /// <summary>No editor breaks lines beyond this; a longer line is a paragraph.</summary>
    public const int LongestBroken = 160;

    private const int LongestVerse = 66;
    private const int FewestLines = 4;

    public static PageShape Of(SourceText source, CancellationToken cancellationToken)
    {
        Span<int> lengths = stackalloc int[LongestBroken + 1];
        var (followed, ending) = (0, 0);
        foreach (var number in FollowedLines(source, cancellationToken))
        {
            var line = source.Raw(number).Trim();
            followed++;
            lengths[Math.Min(line.Length, LongestBroken)]++;
            ending += SentenceEnd.IsReached(line) ? 1 : 0;
        }

        var width = Percentile(lengths, followed);
        return new PageShape(width, followed > 0 && ending > followed * 0.6, width <= LongestVerse && followed >= FewestLines && EndsEarly(source, width, cancellationToken) > followed * 0.55);
    }

    private static IEnumerable<int> FollowedLines(SourceText source, CancellationToken cancellationToken)
    {
        // The first line may be a title over the rest.
        for (var number = 2; number < source.LineCount; number++)
        {
            if ((number & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!source.IsBlank(number) && !source.IsBlank(number + 1))
                yield return number;
        }
    }

    private static int EndsEarly(SourceText source, int width, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var number in FollowedLines(source, cancellationToken))
            count += AuthorsLines.EndsEarly(source.Raw(number), source.Raw(number + 1), width) ? 1 : 0;
        return count;
    }

    private static int Percentile(ReadOnlySpan<int> lengths, int count)
    {
        var seen = 0;
        for (var length = 0; length < lengths.Length; length++)
        {
            seen += lengths[length];
            if (seen >= count * 0.9 && seen > 0)
                return length;
        }

        return 0;
    }
}
