namespace StudyGroup.Readings.Editions;

/// <summary>What a block says, whatever it is called.</summary>
internal readonly record struct BlockContent(BlockKind Kind, int Level, string? Label, string Markdown, string Text)
{
    public static BlockContent Of(Block block) => new(block.Kind, block.Level, block.Label, block.Markdown, block.Text);
}

/// <summary>What became of a block in the next edition.</summary>
public enum BlockFate
{
    Same,

    /// <summary>The same words at another place.</summary>
    Moved,

    /// <summary>Recognisable, with other words.</summary>
    Edited,
    Gone,
}

/// <summary>
/// How the blocks of one edition became those of another: which are the same, moved, edited, gone or new, and which words of the edited ones stayed.
/// </summary>
internal sealed class BlockAlignment
{
    /// <summary>A shorter block that turns up elsewhere (a heading, a row of stars) is another one.</summary>
    private const int ShortestMoved = 40;

    /// <summary>The part of the longer of two blocks that both must have in common to be one block edited.</summary>
    private const double LeastCommon = 0.4;

    private readonly IReadOnlyList<BlockContent> old;
    private readonly IReadOnlyList<BlockContent> fresh;
    private IReadOnlySet<int> copies = new HashSet<int>();

    private BlockAlignment(IReadOnlyList<BlockContent> old, IReadOnlyList<BlockContent> fresh)
    {
        this.old = old;
        this.fresh = fresh;
        OldText = new FlatText([.. old.Select(block => block.Text)]);
        NewText = new FlatText([.. fresh.Select(block => block.Text)]);
        Map = new TextMap(NewText.Text.Length);
        Fates = new BlockFate[old.Count];
        Array.Fill(Fates, BlockFate.Gone);
        NewOf = new int[old.Count];
        Array.Fill(NewOf, -1);
        OldOf = new int[fresh.Count];
        Array.Fill(OldOf, -1);
    }

    public FlatText OldText { get; }

    public FlatText NewText { get; }

    /// <summary>The words in common, without those of moved blocks.</summary>
    public TextMap Map { get; }

    public BlockFate[] Fates { get; }

    /// <summary>For each old block its place in the new text, or -1.</summary>
    public int[] NewOf { get; }

    /// <summary>For each new block its place in the old text, or -1.</summary>
    public int[] OldOf { get; }

    /// <summary>Whether a new block only repeats what another one says that was there before.</summary>
    public bool IsSetAside(int newPosition) => copies.Contains(newPosition);

    public static BlockAlignment Between(IReadOnlyList<BlockContent> old, IReadOnlyList<BlockContent> fresh)
    {
        var alignment = new BlockAlignment(old, fresh);
        alignment.PairEqual();
        alignment.SetCopiesAside();
        alignment.PairMoved();
        alignment.CompareGaps();
        return alignment;
    }

    private void PairEqual()
    {
        var numbers = new Dictionary<BlockContent, int>();
        var after = Numbered(fresh, numbers);
        foreach (var copy in copies)
            after[copy] = -1 - copy;
        var matches = Alignment.Of(Numbered(old, numbers), after, Alignment.Single);
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place] >= 0)
                Pair(place, matches[place], BlockFate.Same);
        }
    }

    private void SetCopiesAside()
    {
        copies = CopiedBlocks.In((OldText, NewOf), (NewText, OldOf));
        if (copies.All(copy => OldOf[copy] < 0))
            return;

        // A copy was taken for the block itself, perhaps at the cost of others: all are paired anew without it.
        Array.Fill(Fates, BlockFate.Gone);
        Array.Fill(NewOf, -1);
        Array.Fill(OldOf, -1);
        PairEqual();
    }

    private static int[] Numbered(IReadOnlyList<BlockContent> blocks, Dictionary<BlockContent, int> numbers)
    {
        var numbered = new int[blocks.Count];
        for (var place = 0; place < numbered.Length; place++)
        {
            if (!numbers.TryGetValue(blocks[place], out numbered[place]))
                numbers[blocks[place]] = numbered[place] = numbers.Count;
        }

        return numbered;
    }

    private void PairMoved()
    {
        var left = Unpaired(old, place => NewOf[place] >= 0);
        var arrived = Unpaired(fresh, place => OldOf[place] >= 0 || copies.Contains(place));
        foreach (var (content, places) in left)
        {
            if (places.Count == 1 && arrived.TryGetValue(content, out var targets) && targets.Count == 1)
                Pair(places[0], targets[0], BlockFate.Moved);
        }
    }

    private static Dictionary<BlockContent, List<int>> Unpaired(IReadOnlyList<BlockContent> blocks, Func<int, bool> isOut)
    {
        var places = new Dictionary<BlockContent, List<int>>();
        for (var place = 0; place < blocks.Count; place++)
        {
            if (isOut(place) || blocks[place].Text.Length < ShortestMoved)
                continue;
            if (!places.TryGetValue(blocks[place], out var same))
                places[blocks[place]] = same = [];
            same.Add(place);
        }

        return places;
    }

    private void CompareGaps()
    {
        var (oldPlace, newPlace) = (0, 0);
        while (oldPlace < old.Count || newPlace < fresh.Count)
        {
            var (oldEnd, newEnd) = (oldPlace, newPlace);
            while (oldEnd < old.Count && Fates[oldEnd] != BlockFate.Same)
                oldEnd++;
            newEnd = oldEnd < old.Count ? NewOf[oldEnd] : fresh.Count;
            CompareGap((oldPlace, oldEnd), (newPlace, newEnd));
            if (oldEnd < old.Count)
                Map.Add(new TextMap.Run(OldText.Start(oldEnd), NewText.Start(newEnd), old[oldEnd].Text.Length));
            (oldPlace, newPlace) = (oldEnd + 1, newEnd + 1);
        }
    }

    private void CompareGap((int Start, int End) oldGap, (int Start, int End) newGap)
    {
        var tokens = new TextTokens();
        var (before, beforeNumbers) = TokensOf(tokens, OldText, oldGap, place => NewOf[place] >= 0);
        var (after, afterNumbers) = TokensOf(tokens, NewText, newGap, place => OldOf[place] >= 0 || copies.Contains(place));
        if (before.Count == 0 || after.Count == 0)
            return;

        var matches = Alignment.Of(beforeNumbers, afterNumbers, Alignment.Runs);
        var common = new Dictionary<(int Old, int New), int>();
        for (var index = 0; index < matches.Length; index++)
        {
            if (matches[index] < 0)
                continue;
            var (one, other) = (before[index], after[matches[index]]);
            Map.Add(new TextMap.Run(one.Start, other.Start, one.Length));
            var pair = (OldText.BlockAt(one.Start), NewText.BlockAt(other.Start));
            common[pair] = common.GetValueOrDefault(pair) + one.Length;
        }

        foreach (var (pair, length) in common.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key))
        {
            if (NewOf[pair.Old] < 0 && OldOf[pair.New] < 0 && length >= LeastCommon * Math.Max(Weight(old[pair.Old]), Weight(fresh[pair.New])))
                Pair(pair.Old, pair.New, BlockFate.Edited);
        }
    }

    private static (List<TextToken> Tokens, int[] Numbers) TokensOf(TextTokens tokens, FlatText text, (int Start, int End) gap, Func<int, bool> isOut)
    {
        var found = new List<TextToken>();
        for (var block = gap.Start; block < gap.End; block++)
        {
            if (!isOut(block))
                found.AddRange(TextTokens.In(text.Text, text.Start(block), text.End(block)));
        }

        return (found, [.. found.Select(token => tokens.NumberOf(text.Text, token))]);
    }

    private static int Weight(BlockContent block)
    {
        var letters = 0;
        foreach (var letter in block.Text)
            letters += char.IsWhiteSpace(letter) ? 0 : 1;
        return letters;
    }

    private void Pair(int oldPlace, int newPlace, BlockFate fate) => (NewOf[oldPlace], OldOf[newPlace], Fates[oldPlace]) = (newPlace, oldPlace, fate);
}
