using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>The last lines that only say where to write to or what to visit.</summary>
internal static class Tail
{
    private const int MostBlocks = 4;
    private const int MostWords = 14;

    private static readonly Regex Contact = new(@"\b(contact|visit|subscribe|follow us|e-?mail|website|web site|phone|tel)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <returns>The text without its tail, and the tail.</returns>
    public static (List<Piece> Body, List<Piece> Taken) Cut(List<Piece> pieces)
    {
        var start = pieces.Count;
        while (start > 1 && pieces.Count - start < MostBlocks && IsContact(pieces[start - 1]))
            start--;

        // "Visit us!" without an address is the author's last word.
        return pieces[start..].Exists(piece => WebAddress.IsWithin(piece.Text)) ? (pieces[..start], pieces[start..]) : (pieces, []);
    }

    private static bool IsContact(Piece piece) =>
        piece.IsOpen && piece.Text.Length < 400 && WordCount.AtMost(MostWords, piece.Text) && Enumerator.At(piece.Text) is null
        && !IsNote(piece.Text) && (Contact.IsMatch(piece.Text) || WebAddress.IsWithin(piece.Text));

    private static bool IsNote(string text) => text.StartsWith('[') && !text.Contains("](", StringComparison.Ordinal);
}
