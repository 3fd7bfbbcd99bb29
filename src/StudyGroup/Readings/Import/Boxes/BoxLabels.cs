using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Boxes;

/// <summary>Short lines that stand alone more than once: what a publisher prints over its boxes.</summary>
internal static class BoxLabels
{
    private const int MostWords = 6;
    private const int LongestLabel = 60;
    private const int MostBoxes = 5;
    private const int MostNameWords = 2;

    /// <summary>The places of each line that could be such a label.</summary>
    public static List<List<int>> In(List<Piece> pieces) => [
        .. pieces.Select((piece, index) => (piece, index))
            .Where(entry => CouldBe(entry.piece))
            .GroupBy(entry => entry.piece.Text, entry => entry.index, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToList())
            .Where(places => places.Count > 1)];

    /// <summary>The name of somebody who speaks stands there more often than any publisher's.</summary>
    public static bool AreSpeakers(List<Piece> pieces, List<int> places) => places.Count > MostBoxes && WordCount.AtMost(MostNameWords, pieces[places[0]].Text);

    /// <summary>A line like a caption, the head of a box or a page number.</summary>
    public static bool IsShortLine(Piece piece) => piece.IsOpen && (PageLine.IsNumber(piece.Text) || IsShortWords(piece));

    private static bool IsShortWords(Piece piece) =>
        piece.IsOpen && piece.Text.Length is > 3 and <= 2 * LongestLabel && !piece.Text.Contains('\n') && char.IsUpper(piece.Text[0])
        && piece.Text.Any(char.IsLower) && !SentenceEnd.IsReached(piece.Text) && WordCount.AtMost(2 * MostWords, piece.Text) && piece.Text[^1] is not (',' or '-');

    private static bool CouldBe(Piece piece) =>
        IsShortWords(piece) && piece.Text.Length <= LongestLabel && WordCount.AtMost(MostWords, piece.Text)
        && !WordLists.Sections.Contains(piece.Text) && EndingDate.Of(piece.Text) is null;
}
