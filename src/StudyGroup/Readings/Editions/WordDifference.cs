namespace StudyGroup.Readings.Editions;

/// <summary>How a piece of text differs.</summary>
public enum PieceKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of words that stayed, went or came.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>The difference between two texts, word by word; the pieces without the added ones are the old text, without the removed ones the new text.</summary>
public static class WordDifference
{
    public static IReadOnlyList<TextPiece> Of(string old, string fresh)
    {
        var tokens = new TextTokens();
        var before = TextTokens.In(old, 0, old.Length).ToList();
        var after = TextTokens.In(fresh, 0, fresh.Length).ToList();
        var matches = Alignment.Of([.. before.Select(token => tokens.NumberOf(old, token))], [.. after.Select(token => tokens.NumberOf(fresh, token))], Alignment.Runs);
        var pieces = new List<TextPiece>();
        var (oldPlace, newPlace) = (0, 0);
        for (var index = 0; index < matches.Length; index++)
        {
            if (matches[index] < 0)
                continue;
            var (one, other) = (before[index], after[matches[index]]);
            AddChange(pieces, old[oldPlace..one.Start], fresh[newPlace..other.Start]);
            Add(pieces, PieceKind.Same, fresh[other.Start..other.End]);
            (oldPlace, newPlace) = (one.End, other.End);
        }

        AddChange(pieces, old[oldPlace..], fresh[newPlace..]);
        return pieces;
    }

    /// <summary>What lies between two words that stayed. White space alone is no difference.</summary>
    private static void AddChange(List<TextPiece> pieces, string removed, string added)
    {
        if (string.IsNullOrWhiteSpace(removed) && string.IsNullOrWhiteSpace(added))
        {
            Add(pieces, PieceKind.Same, added);
            return;
        }

        // The blanks around a word that became another one belong to neither.
        var blank = 0;
        while (blank < removed.Length && blank < added.Length && removed[blank] == added[blank] && char.IsWhiteSpace(removed[blank]))
            blank++;
        var behind = 0;
        while (blank + behind < removed.Length && blank + behind < added.Length && removed[^(behind + 1)] == added[^(behind + 1)] && char.IsWhiteSpace(removed[^(behind + 1)]))
            behind++;
        Add(pieces, PieceKind.Same, added[..blank]);
        Add(pieces, PieceKind.Removed, removed[blank..^behind]);
        Add(pieces, PieceKind.Added, added[blank..^behind]);
        Add(pieces, PieceKind.Same, added[^behind..]);
    }

    private static void Add(List<TextPiece> pieces, PieceKind kind, string text)
    {
        if (text.Length == 0)
            return;
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
            pieces[^1] = new TextPiece(kind, pieces[^1].Text + text);
        else
            pieces.Add(new TextPiece(kind, text));
    }
}
