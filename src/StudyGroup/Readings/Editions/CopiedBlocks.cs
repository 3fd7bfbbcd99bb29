namespace StudyGroup.Readings.Editions;

/// <summary>
/// New blocks that only repeat what another new block says, which stands where the words were before. A copy may be truer to the old words than the block
/// that was edited in its place; still it is not the block that the old one became.
/// </summary>
internal sealed class CopiedBlocks
{
    /// <summary>The part of their word pairs that two blocks must share for one to be a copy of the other.</summary>
    private const double LeastCommon = 0.55;

    private const int Shortest = 40;
    private const int MostLetters = 4_000_000;
    private const int MostOfOnePair = 8;

    private readonly FlatText oldText;
    private readonly FlatText newText;
    private readonly int[] newOf;
    private readonly int[] oldOf;
    private readonly Dictionary<long, List<int>> blocksOfPair = [];
    private readonly Dictionary<int, int> pairsIn = [];
    private readonly Dictionary<int, (int Old, int Common)> likest = [];

    private CopiedBlocks((FlatText Text, int[] NewOf) old, (FlatText Text, int[] OldOf) fresh) =>
        ((oldText, newOf), (newText, oldOf)) = (old, fresh);

    /// <param name="old">The old text, and for each of its blocks the equal new one or -1.</param>
    /// <param name="fresh">The new text, and for each of its blocks the equal old one or -1.</param>
    /// <returns>The positions of the copies in the new text.</returns>
    public static IReadOnlySet<int> In((FlatText Text, int[] NewOf) old, (FlatText Text, int[] OldOf) fresh)
    {
        var copies = new CopiedBlocks(old, fresh);
        return copies.IndexNew() ? copies.Found() : new HashSet<int>();
    }

    private bool IndexNew()
    {
        var letters = 0L;
        for (var block = 0; block < oldOf.Length; block++)
        {
            var length = newText.End(block) - newText.Start(block);
            if (oldOf[block] >= 0 || length < Shortest)
                continue;
            if ((letters += length) > MostLetters)
                return false;
            foreach (var pair in PairsOf(newText, block))
            {
                if (!blocksOfPair.TryGetValue(pair, out var blocks))
                    blocksOfPair[pair] = blocks = [];
                if (blocks.Count < MostOfOnePair)
                    blocks.Add(block);
                pairsIn[block] = pairsIn.GetValueOrDefault(block) + 1;
            }
        }

        return pairsIn.Count > 0;
    }

    private HashSet<int> Found()
    {
        for (var block = 0; block < newOf.Length; block++)
            Compare(block);

        var copies = new HashSet<int>();
        foreach (var (old, alike) in likest.GroupBy(entry => entry.Value.Old, entry => entry.Key).Select(same => (same.Key, same.ToList())))
        {
            if (newOf[old] >= 0)
                alike.Add(newOf[old]);
            var best = alike.Max(block => Fit(old, block));
            if (alike.Count > 1 && alike.Count(block => Fit(old, block) == best) == 1)
                copies.UnionWith(alike.Where(block => Fit(old, block) < best));
        }

        return copies;
    }

    private void Compare(int old)
    {
        var common = new Dictionary<int, int>();
        var pairs = 0;
        foreach (var pair in PairsOf(oldText, old))
        {
            pairs++;
            foreach (var block in blocksOfPair.GetValueOrDefault(pair) ?? [])
                common[block] = common.GetValueOrDefault(block) + 1;
        }

        foreach (var (block, count) in common)
        {
            if (count >= LeastCommon * Math.Max(pairs, pairsIn[block]) && (!likest.TryGetValue(block, out var known) || count > known.Common))
                likest[block] = (old, count);
        }
    }

    /// <summary>Its neighbours say where a block belongs; when they are others too, the order of the text does.</summary>
    private int Fit(int old, int block) => (IsThere(old - 1, block - 1) ? 2 : 0) + (IsThere(old + 1, block + 1) ? 2 : 0) + (IsInOrder(old, block) ? 1 : 0);

    private bool IsInOrder(int old, int block)
    {
        var (before, behind) = (old - 1, old + 1);
        while (before >= 0 && newOf[before] < 0)
            before--;
        while (behind < newOf.Length && newOf[behind] < 0)
            behind++;
        return (before < 0 || newOf[before] < block) && (behind >= newOf.Length || newOf[behind] > block);
    }

    private bool IsThere(int old, int block)
    {
        if (old < 0 || old >= newOf.Length || block < 0 || block >= oldOf.Length)
            return (old < 0 && block < 0) || (old >= newOf.Length && block >= oldOf.Length);
        return oldOf[block] == old || (likest.TryGetValue(block, out var known) && known.Old == old);
    }

    private static IEnumerable<long> PairsOf(FlatText text, int block)
    {
        var before = 0;
        foreach (var token in TextTokens.In(text.Text, text.Start(block), text.End(block)))
        {
            var word = 17;
            for (var place = token.Start; place < token.End; place++)
                word = unchecked((word * 31) + TextFolding.Fold(text.Text[place]));
            yield return ((long)before << 32) | (uint)word;
            before = word;
        }
    }
}
