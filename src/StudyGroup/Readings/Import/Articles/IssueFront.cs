using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Whether the blocks before the first article are the front of an issue, or a text of their own.</summary>
internal static class IssueFront
{
    private const int ProseWords = 45;
    private const int MostProse = 2;

    public static bool Is(List<Piece> front) =>
        front.Count > 0 && front.Count(piece => piece.IsOpen && !WordCount.AtMost(ProseWords, piece.Text) && SentenceEnd.IsReached(piece.Text)) <= MostProse;
}
