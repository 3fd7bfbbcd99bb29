using StudyGroup.Readings.Import.Boxes;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Notes;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>In a file of several articles the notes end each one that has them, and the next title begins another, whether a byline follows or not.</summary>
internal static class ArticlesBehindNotes
{
    private const int BlocksToTitle = 10;
    private const int ShortestProse = 20;
    private const int BlocksOfTitle = 4;

    /// <param name="pieces">The blocks of the file.</param>
    /// <param name="known">Where articles begin that are known already.</param>
    public static IEnumerable<int> Find(List<Piece> pieces, List<int> known)
    {
        for (var index = 0; index < pieces.Count; index++)
        {
            if (!NotesExtent.BeginsAt(pieces, index))
                continue;
            NotesExtent.Read(pieces, index + 1, out var end);
            if (TitleFrom(pieces, end) is { } title && !known.Exists(start => Math.Abs(start - title) <= BlocksOfTitle))
                yield return title;
            index = end - 1;
        }
    }

    private static int? TitleFrom(List<Piece> pieces, int index)
    {
        for (var title = index; title < Math.Min(pieces.Count, index + BlocksToTitle); title++)
        {
            // A text that goes on without a title behind its notes is no other article.
            if (pieces[title].IsOpen && !WordCount.AtMost(ShortestProse, pieces[title].Text) && !Imprint.Is(pieces[title].Text))
                return null;
            if (TitleLine.CouldBe(pieces[title]) && BeginsText(pieces, title))
                return title;
        }

        return null;
    }

    /// <summary>Behind it come at most a subtitle, a byline and a date, and then prose.</summary>
    private static bool BeginsText(List<Piece> pieces, int title)
    {
        for (var next = title + 1; next < Math.Min(pieces.Count, title + BlocksOfTitle); next++)
        {
            if (pieces[next].IsOpen && !WordCount.AtMost(ShortestProse, pieces[next].Text))
                return SentenceEnd.IsReached(pieces[next].Text) || next + 1 < pieces.Count;
            if (!TitleLine.CouldBe(pieces[next]) && Byline.Of(pieces[next].Text) is null)
                return false;
        }

        return false;
    }
}
