using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>
/// Where the articles of a file begin. The anchor is a byline with a full date; the one or two short blocks before it are title and subtitle.
/// A single anchor proves nothing: one text may end in a signature and a date. Where several articles or the number of an issue prove that
/// there are more, a title behind the notes of another article, or one that the printed contents name, begins one too.
/// </summary>
internal static class ArticleStarts
{
    /// <returns>The indices of the title blocks, in order; empty for a file with one text.</returns>
    public static List<int> Find(List<Piece> pieces)
    {
        var starts = Anchors(pieces, isDated: true);
        if (starts.Count < 2)
            starts = Anchors(pieces, isDated: false);
        if (starts.Count < 2 && !ContentsTitles.AreOfIssue(pieces))
            return [];
        starts = [.. starts.Union(ArticlesBehindNotes.Find(pieces, starts)).Union(ContentsTitles.Find(pieces, starts)).Order()];
        return starts.Count > 1 ? starts : [];
    }

    private static List<int> Anchors(List<Piece> pieces, bool isDated)
    {
        var titles = new List<(int First, int Last)>();
        var floor = 0;
        for (var index = 1; index < pieces.Count; index++)
        {
            if (AnchorAt(pieces, index, isDated) is not { } byline || TitleBefore(pieces, byline, floor) is not { } title || !ArticleProse.IsAfter(pieces, index))
                continue;
            titles.Add(title);
            floor = index + 1;
        }

        // Where no other article has a subtitle, the first line of the file names the whole.
        if (titles.Count > 2 && titles[0] is (0, 1) && titles.Skip(1).All(title => title.First == title.Last))
            titles[0] = (1, 1);
        return [.. titles.Select(title => title.First)];
    }

    /// <summary>The first block of the byline, or null.</summary>
    private static int? AnchorAt(List<Piece> pieces, int index, bool isDated)
    {
        var piece = pieces[index];
        if (!piece.IsOpen || piece.Text.Length > 400 || (isDated && piece.Text.AsSpan()[^Math.Min(60, piece.Text.Length)..].IndexOfAnyInRange('0', '9') < 0) || Byline.Of(piece.Text) is not { } byline)
            return null;
        if (!isDated)
            return byline.IsSpelled && WordCount.AtMost(10, piece.Text) ? index : null;
        if (!byline.IsFull)
            return null;
        if (byline.Authors.Count == 0)
            return pieces[index - 1].IsOpen && NameLine.IsName(pieces[index - 1].Text) ? index - 1 : null;
        return byline.IsSpelled || piece.Text.Contains('\n') || NameLine.IsPerson(byline.Authors[0]) ? index : null;
    }

    private static (int First, int Last)? TitleBefore(List<Piece> pieces, int byline, int floor)
    {
        var last = byline - 1;
        if (last < floor || !TitleLine.CouldBe(pieces[last]))
            return null;
        var first = last - 1;
        return pieces[last].Kind != BlockKind.Heading && first >= floor && TitleLine.CouldBe(pieces[first]) ? (first, last) : (last, last);
    }
}
