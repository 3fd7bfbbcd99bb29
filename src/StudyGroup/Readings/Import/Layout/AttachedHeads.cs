using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>A page number or numbered head that no blank line parts from the text of its sheet: told where the sentence goes on around it.</summary>
internal static class AttachedHeads
{
    public static List<Piece> Part(List<Piece> pieces)
    {
        var parted = new List<Piece>(pieces.Count);
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            if (HasLines(piece) && parted.Count > 0 && PageGaps.IsCutOff(parted[^1]))
                piece = WithoutTop(piece, parted);
            var foot = HasLines(piece) && index + 1 < pieces.Count && pieces[index + 1].IsOpen && SentenceEnd.GoesOnSmall(pieces[index + 1].Text) ? FootOf(piece) : null;
            parted.Add(foot is null ? piece : piece with { Text = piece.Text[..piece.Text.LastIndexOf('\n')], LastLine = piece.LastLine - 1 });
            if (foot is not null)
                parted.Add(foot);
        }

        return parted;
    }

    private static Piece WithoutTop(Piece piece, List<Piece> parted)
    {
        var end = piece.Text.IndexOf('\n', StringComparison.Ordinal);
        var top = piece with { Text = piece.Text[..end].Trim(), LastLine = piece.FirstLine };
        if (!IsOfSheet(top) || !SentenceEnd.GoesOnSmall(piece.Text.AsSpan(end + 1)))
            return piece;
        parted.Add(top);
        return piece with { Text = piece.Text[(end + 1)..], FirstLine = piece.FirstLine + 1 };
    }

    private static Piece? FootOf(Piece piece)
    {
        var start = piece.Text.LastIndexOf('\n');
        var foot = piece with { Text = piece.Text[(start + 1)..].Trim(), FirstLine = piece.LastLine };
        return IsOfSheet(foot) && !SentenceEnd.IsReached(piece.Text.AsSpan(0, start)) ? foot : null;
    }

    // A line of the text may begin with a count and end in a year, but not in a small Roman number.
    private static bool IsOfSheet(Piece line) => PageLine.Of(line) is { IsNumbered: true } read && (read.Words.Length == 0 || read.Count == PageCount.SmallRoman);

    private static bool HasLines(Piece piece) =>
        piece.IsOpen && !piece.KeepsLines && piece.LastLine > piece.FirstLine && piece.Text.AsSpan().Count('\n') == piece.LastLine - piece.FirstLine;
}
