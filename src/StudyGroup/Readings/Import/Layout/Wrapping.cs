namespace StudyGroup.Readings.Import.Layout;

/// <summary>Libraries wrap their texts between a line "*** START OF …" and a line "*** END OF …".</summary>
internal static class Wrapping
{
    /// <returns>The text, and what stands before it, where such a file names author and title.</returns>
    public static (List<Piece> Text, List<Piece> Before) Remove(List<Piece> pieces, Findings findings)
    {
        var start = pieces.FindIndex(piece => Is(piece, "START"));
        var end = pieces.FindLastIndex(piece => Is(piece, "END"));
        if (start < 0)
            return (pieces, []);

        var last = end > start ? end : pieces.Count;
        findings.SetAside(pieces[0].FirstLine, pieces[start].LastLine, "The library's words before the text");
        if (last < pieces.Count)
            findings.SetAside(pieces[last].FirstLine, pieces[^1].LastLine, "The library's words after the text");
        return (pieces[(start + 1)..last], pieces[..start]);
    }

    private static bool Is(Piece piece, string word) =>
        piece.Text.Length < 400 && piece.Text.Replace("\\", "", StringComparison.Ordinal) is var text && text.StartsWith("***", StringComparison.Ordinal) && text.AsSpan(3).TrimStart().StartsWith(word + " OF ", StringComparison.OrdinalIgnoreCase);
}
