using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>
/// Page numbers and numbered heads between two halves of a sentence. Two sheets are enough to tell them, whatever their heads say, where the numbers rise; a single
/// one is shown to the editor.
/// </summary>
internal static class PageGaps
{
    private const int MostLines = 3;
    private const int MostWords = 10;
    private const int FewestWords = 8;
    private const int MostSheetsWithoutGap = 20;

    private sealed record Gap(int First, int Last, PageLine Page);

    /// <param name="pieces">The blocks of the text.</param>
    /// <param name="lines">What each of them is, read as a line of the sheet.</param>
    /// <returns>The places of the lines that are no part of the text.</returns>
    public static IReadOnlyDictionary<int, Sureness> In(List<Piece> pieces, PageLine?[] lines)
    {
        var gaps = Gaps(pieces, lines).ToList();
        var places = new Dictionary<int, Sureness>();
        foreach (var sheets in gaps.GroupBy(gap => gap.Page.Count).Select(group => group.ToList()))
        {
            var sureness = sheets.Count > 1 && sheets.Zip(sheets.Skip(1)).All(pair => Follows(pair.First.Page, pair.Second.Page)) ? Sureness.Silent : Sureness.ForReview;
            foreach (var place in sheets.SelectMany(gap => Enumerable.Range(gap.First, gap.Last - gap.First + 1)).Concat(BetweenSentences(sheets, lines)))
                places[place] = sureness;
        }

        return places;
    }

    /// <summary>Whether the text goes on behind a page break that stands after the piece. A line that ends in a number may be of the sheet itself.</summary>
    public static bool IsCutOff(Piece piece) => piece.IsOpen && !char.IsDigit(SentenceEnd.LastCharacter(piece.Text)) && SentenceEnd.IsCutOff(piece.Text, FewestWords - 1);

    private static bool Follows(PageLine first, PageLine second) => second.Number > first.Number && second.Number - first.Number <= MostSheetsWithoutGap;

    private static IEnumerable<Gap> Gaps(List<Piece> pieces, PageLine?[] lines)
    {
        for (var index = 1; index + 1 < pieces.Count; index++)
        {
            if (!IsCutOff(pieces[index - 1]) || !IsOfSheet(pieces, lines, index))
                continue;
            var end = index + 1;
            while (end + 1 < pieces.Count && end - index < MostLines && IsOfSheet(pieces, lines, end))
                end++;
            if (pieces[end].IsOpen && SentenceEnd.GoesOnSmall(pieces[end].Text) && PageOf(lines[index..end]) is { } page)
                yield return new Gap(index, end - 1, page);
        }
    }

    private static bool IsOfSheet(List<Piece> pieces, PageLine?[] lines, int index) =>
        lines[index] is { } line && WordCount.AtMost(MostWords, line.Words) && (line.IsNumbered || (!SentenceEnd.GoesOnSmall(pieces[index].Text) && Byline.Of(pieces[index].Text) is null));

    /// <summary>The sheet that ends or begins there; a row of numbers is a list or a table.</summary>
    private static PageLine? PageOf(PageLine?[] gap)
    {
        var numbered = gap.OfType<PageLine>().Where(line => line.IsNumbered).ToList();
        var isOneBreak = numbered.Count == 1 || (numbered.Count == 2 && numbered[1].Count == numbered[0].Count && numbered[1].Number - numbered[0].Number is 0 or 1);
        return isOneBreak ? numbered[^1] : null;
    }

    /// <summary>The sheets beside those, which happen to end where a sentence does.</summary>
    private static IEnumerable<int> BetweenSentences(List<Gap> sheets, PageLine?[] lines)
    {
        for (var (index, next) = (1, 0); index < lines.Length; index++)
        {
            while (next < sheets.Count && sheets[next].Last < index)
                next++;
            if (lines[index] is not { } line || line.Count != sheets[0].Page.Count || (next < sheets.Count && sheets[next].First <= index))
                continue;
            var (before, behind) = (next == 0 ? null : sheets[next - 1].Page, next == sheets.Count ? null : sheets[next].Page);
            if (line.Number == before?.Number + 1 || line.Number == behind?.Number - 1)
                yield return index;
        }
    }
}
