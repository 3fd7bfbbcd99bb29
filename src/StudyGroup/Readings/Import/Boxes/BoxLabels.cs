using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Boxes;

/// <summary>Short lines that stand alone more than once: what a publisher prints over its boxes.</summary>
internal static class BoxLabels
{
    private const int MostWords = 6;
    private const int LongestLabel = 60;

    /// <summary>The places of each line that could be such a label.</summary>
    public static List<List<int>> In(List<Piece> pieces) => [
        .. pieces.Select((piece, index) => (piece, index))
            .Where(entry => CouldBe(entry.piece))
            .GroupBy(entry => entry.piece.Text, entry => entry.index, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToList())
            .Where(places => places.Count > 1)];

    /// <summary>A line like a caption or the head of a box.</summary>
    public static bool IsShortLine(Piece piece) =>
        piece.IsOpen && piece.Text.Length is > 3 and <= 2 * LongestLabel && !piece.Text.Contains('\n') && char.IsUpper(piece.Text[0])
        && piece.Text.Any(char.IsLower) && !SentenceEnd.IsReached(piece.Text) && WordCount.AtMost(2 * MostWords, piece.Text) && piece.Text[^1] is not (',' or '-');

    private static bool CouldBe(Piece piece) =>
        IsShortLine(piece) && piece.Text.Length <= LongestLabel && WordCount.AtMost(MostWords, piece.Text)
        && !WordLists.Sections.Contains(piece.Text) && EndingDate.Of(piece.Text) is null;
}
