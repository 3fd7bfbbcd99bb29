namespace StudyGroup.Readings.Editions;

/// <summary>One edition beside another of the same reading: what became of each block, and where the words are now.</summary>
public sealed class EditionChange
{
    private readonly BlockAlignment alignment;
    private readonly Dictionary<int, int> newLetters = [];

    private EditionChange(IReadOnlyList<Block> old, IReadOnlyList<Block> fresh, BlockAlignment alignment)
    {
        Old = old;
        New = fresh;
        this.alignment = alignment;
    }

    /// <summary>The blocks in the order of the text.</summary>
    public IReadOnlyList<Block> Old { get; }

    public IReadOnlyList<Block> New { get; }

    public FlatText OldText => alignment.OldText;

    public FlatText NewText => alignment.NewText;

    public TextMap Map => alignment.Map;

    /// <summary>Compares two editions whose blocks are given in the order of the text.</summary>
    public static EditionChange Between(IReadOnlyList<Block> old, IReadOnlyList<Block> fresh) =>
        Of(old, fresh, BlockAlignment.Between([.. old.Select(BlockContent.Of)], [.. fresh.Select(BlockContent.Of)]));

    internal static EditionChange Of(IReadOnlyList<Block> old, IReadOnlyList<Block> fresh, BlockAlignment alignment) => new(old, fresh, alignment);

    /// <summary>The part of the longer text that stands in both, from 0 to 1.</summary>
    public double CommonShare
    {
        get
        {
            var moved = Old.Where(block => FateOf(block.Position) == BlockFate.Moved).Sum(block => block.Text.Length);
            var longer = Math.Max(OldText.Text.Length, NewText.Text.Length);
            return longer == 0 ? 1 : (Map.KnownIn(0, NewText.Text.Length) + moved) / (double)longer;
        }
    }

    public BlockFate FateOf(int oldPosition) => alignment.Fates[oldPosition];

    /// <summary>The block that an old one became, if it is there.</summary>
    public int? NewOf(int oldPosition) => alignment.NewOf[oldPosition] is >= 0 and var place ? place : null;

    /// <summary>The block that a new one was, if it is not new.</summary>
    public int? OldOf(int newPosition) => alignment.OldOf[newPosition] is >= 0 and var place ? place : null;

    /// <summary>The same words with the same marks: what points into such a block points right in the new edition too.</summary>
    public bool IsUntouched(int oldPosition) => FateOf(oldPosition) is BlockFate.Same or BlockFate.Moved;

    /// <summary>How many letters of a new block the old text did not have.</summary>
    public int NewLettersIn(int newPosition)
    {
        if (OldOf(newPosition) is { } old && IsUntouched(old))
            return 0;
        if (!newLetters.TryGetValue(newPosition, out var letters))
        {
            var (start, end) = (NewText.Start(newPosition), NewText.End(newPosition));
            foreach (var letter in NewText.Text.AsSpan(start, end - start))
                letters += char.IsWhiteSpace(letter) ? 0 : 1;
            newLetters[newPosition] = letters -= Map.KnownIn(start, end);
        }

        return letters;
    }

    /// <summary>Whether a new block that was none of the old ones says the same as an old one.</summary>
    public bool IsCopy(int oldPosition, int newPosition) =>
        newPosition >= 0 && newPosition < New.Count && OldOf(newPosition) is null && BlockContent.Of(Old[oldPosition]) == BlockContent.Of(New[newPosition]);

    /// <summary>The block of the new edition that stands nearest to where an old one stood.</summary>
    public int NearestTo(int oldPosition) =>
        NewOf(oldPosition) ?? (New.Count == 0 ? 0 : Math.Min(NewText.BlockAt(Map.Map(OldText.Start(oldPosition), OldText.Start(oldPosition) + 1).From), New.Count - 1));

    /// <summary>Whether a block of the new edition has words that the old one did not have.</summary>
    public bool IsFresh(int newPosition) => OldOf(newPosition) is { } old ? FateOf(old) == BlockFate.Edited : !alignment.IsSetAside(newPosition);
}
