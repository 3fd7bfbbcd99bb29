using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Whether a block could be a title or subtitle: short, complete without a full stop, no address, no number before it.</summary>
internal static class TitleLine
{
    private const int MostWords = 30;
    private const int MostLines = 4;
    private const int LongestTitle = 300;

    public static bool CouldBe(Piece piece)
    {
        if (piece.Kind == BlockKind.Heading)
            return piece.IsMarked;
        var text = piece.Text;
        return piece.IsOpen && text.Length <= LongestTitle && text.AsSpan().Count('\n') < MostLines && WordCount.AtMost(MostWords, text)
            && !".,;:".Contains(SentenceEnd.LastCharacter(text)) && BeginsLikeTitle(text) && !WebAddress.IsWithin(text)
            && !WordLists.NotesHeadings.Contains(text.Trim()) && !IsOfContents(text);
    }

    private static bool IsOfContents(string text) => text.Contains('\n') && text.Split('\n').All(PrintedContents.EndsInPage);

    private static bool BeginsLikeTitle(string text)
    {
        var words = Marks.WithoutOpening(text);
        if (words.IsEmpty || char.IsLower(words[0]) || !char.IsLetterOrDigit(words[0]) || Enumerator.At(text) is not null)
            return false;

        // "12 Author: Work" is a note, "1917 in retrospect" is a title.
        var digits = words.IndexOfAnyExceptInRange('0', '9');
        return digits is 0 or 4;
    }
}
