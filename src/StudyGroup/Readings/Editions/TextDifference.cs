namespace StudyGroup.Readings.Editions;

/// <summary>What a row of a difference says about a block.</summary>
public enum DifferenceKind
{
    Same,
    Edited,
    Added,
    Removed,

    /// <summary>The same words, which stood elsewhere before.</summary>
    MovedHere,
    MovedAway,
}

/// <summary>A block of one edition or of both, and the words that stayed, went or came.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Block">What kind of block it is.</param>
/// <param name="OldNumber">Its ¶ number before, if it had one.</param>
/// <param name="NewNumber">Its ¶ number now, if it has one.</param>
/// <param name="Pieces">Its words.</param>
public sealed record DifferenceRow(DifferenceKind Kind, BlockKind Block, int? OldNumber, int? NewNumber, IReadOnlyList<TextPiece> Pieces)
{
    /// <summary>Not a word is another one: only how it looks has changed.</summary>
    public bool IsOnlyLook => Kind == DifferenceKind.Edited && Pieces.All(piece => piece.Kind == PieceKind.Same);
}

/// <summary>Two editions beside each other, to be read: in the order of the new text, with what is gone at the place where it stood.</summary>
public static class TextDifference
{
    public static IReadOnlyList<DifferenceRow> Of(EditionChange change)
    {
        var rows = new List<DifferenceRow>();
        var next = NextInOrder(change);
        var old = 0;
        foreach (var block in change.New)
        {
            for (; old < next[block.Position]; old++)
                AddGone(rows, change, change.Old[old]);
            if (change.OldOf(block.Position) is not { } before)
                rows.Add(new DifferenceRow(DifferenceKind.Added, block.Kind, null, block.Number, [new TextPiece(PieceKind.Added, block.Text)]));
            else if (change.FateOf(before) == BlockFate.Moved)
                rows.Add(Whole(DifferenceKind.MovedHere, change.Old[before], block));
            else
                rows.Add(Changed(change.FateOf(before), change.Old[before], block));
            if (next[block.Position] == old && old < change.Old.Count && change.NewOf(old) == block.Position)
                old++;
        }

        for (; old < change.Old.Count; old++)
            AddGone(rows, change, change.Old[old]);
        return rows;
    }

    /// <summary>The notes of two editions by their labels.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<TextPiece> Pieces)> OfNotes(IReadOnlyList<Footnote> old, IReadOnlyList<Footnote> fresh)
    {
        var before = old.GroupBy(note => note.Label, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Markdown, StringComparer.Ordinal);
        var after = fresh.GroupBy(note => note.Label, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Markdown, StringComparer.Ordinal);
        return [.. after.Keys.Concat(before.Keys.Where(label => !after.ContainsKey(label)))
            .Where(label => before.GetValueOrDefault(label) != after.GetValueOrDefault(label))
            .Select(label => (label, WordDifference.Of(before.GetValueOrDefault(label, ""), after.GetValueOrDefault(label, ""))))];
    }

    /// <summary>For each new block the old one that comes next in both texts: what stood before it is gone before it.</summary>
    private static int[] NextInOrder(EditionChange change)
    {
        var next = new int[change.New.Count];
        var place = change.Old.Count;
        for (var index = next.Length - 1; index >= 0; index--)
        {
            if (change.OldOf(index) is { } old && change.FateOf(old) != BlockFate.Moved)
                place = old;
            next[index] = place;
        }

        return next;
    }

    private static void AddGone(List<DifferenceRow> rows, EditionChange change, Block block)
    {
        if (change.NewOf(block.Position) is { } moved)
            rows.Add(Whole(DifferenceKind.MovedAway, block, change.New[moved]));
        else
            rows.Add(new DifferenceRow(DifferenceKind.Removed, block.Kind, block.Number, null, [new TextPiece(PieceKind.Removed, block.Text)]));
    }

    private static DifferenceRow Changed(BlockFate fate, Block before, Block after) => fate == BlockFate.Same
        ? Whole(DifferenceKind.Same, before, after)
        : new DifferenceRow(DifferenceKind.Edited, after.Kind, before.Number, after.Number, WordDifference.Of(before.Text, after.Text));

    private static DifferenceRow Whole(DifferenceKind kind, Block before, Block after) =>
        new(kind, after.Kind, before.Number, after.Number, [new TextPiece(PieceKind.Same, after.Text)]);
}
