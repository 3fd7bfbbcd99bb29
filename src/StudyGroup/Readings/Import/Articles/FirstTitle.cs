using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>The title that a text begins with, and the lines of its block that are no title.</summary>
internal sealed record FirstTitle(string Text, IReadOnlyList<Piece> Rest)
{
    private const int MostWordsOverParagraph = 16;

    public static FirstTitle? Of(Piece piece, int blocks)
    {
        if (piece.Kind == BlockKind.Heading)
            return new FirstTitle(Marks.WithoutEmphasis(piece.Text).ToString(), []);
        if (!piece.IsOpen)
            return null;
        var lines = piece.Text.Split('\n', 40);
        if (lines.Length == 1)
            return blocks > 1 && IsTitle(piece) ? new FirstTitle(Marks.WithoutEmphasis(piece.Text).ToString(), []) : null;

        var byline = FirstByline(lines);
        if (byline > 0 && IsTitle(Part(piece, 0, byline)))
            return new FirstTitle(Joined(lines[..byline]), [Part(piece, byline, null)]);
        if (IsOverParagraph(lines))
            return new FirstTitle(Marks.WithoutEmphasis(lines[0]).ToString(), [Part(piece, 1, null)]);
        return blocks > 1 && IsTitle(piece) ? new FirstTitle(Joined(lines), []) : null;
    }

    private static bool IsTitle(Piece piece) => TitleLine.CouldBe(piece) && (Byline.Of(piece.Text) is null or { Authors.Count: > 0, IsSpelled: false });

    private static string Joined(string[] lines) => Marks.WithoutEmphasis(string.Join(' ', lines.Select(line => line.Trim()))).ToString();

    private static int FirstByline(string[] lines)
    {
        for (var index = 1; index < Math.Min(lines.Length, 6); index++)
        {
            if (Byline.Of(string.Join('\n', lines[index..])) is { } byline && (byline.IsSpelled || byline.Date is not null))
                return index;
        }

        return -1;
    }

    // A short line without a stop directly over longer ones that begin a sentence.
    private static bool IsOverParagraph(string[] lines)
    {
        var first = lines[0];
        var start = Marks.WithoutOpening(lines[1]);
        return WordCount.AtMost(MostWordsOverParagraph, first) && !SentenceEnd.IsReached(first) && first[^1] != ',' && !SentenceEnd.IsHyphenated(first)
            && TitleLine.CouldBe(new Piece(first, 1, 1)) && first.Length < lines.Max(line => line.Length) * 0.75
            && !start.IsEmpty && !char.IsLower(start[0]) && !WordLists.IsConnecting(first.AsSpan()[(first.LastIndexOf(' ') + 1)..]);
    }

    private static Piece Part(Piece piece, int start, int? end)
    {
        var lines = piece.Text.Split('\n');
        var last = end ?? lines.Length;
        return piece with { Text = string.Join('\n', lines[start..last]), FirstLine = piece.FirstLine + start, LastLine = piece.FirstLine + last - 1 };
    }
}
