namespace StudyGroup.Readings.Editions;

/// <summary>The blocks of an edition as one string, a line break between each two, and the way from its offsets to blocks and back.</summary>
public sealed class FlatText
{
    private readonly int[] starts;
    private readonly int[] lengths;

    public FlatText(IReadOnlyList<string> blocks)
    {
        starts = new int[blocks.Count];
        lengths = new int[blocks.Count];
        var place = 0;
        for (var index = 0; index < blocks.Count; index++)
        {
            starts[index] = place;
            lengths[index] = blocks[index].Length;
            place += lengths[index] + 1;
        }

        Text = string.Join('\n', blocks);
    }

    public string Text { get; }

    public int Start(int block) => starts[block];

    public int End(int block) => starts[block] + lengths[block];

    public int OffsetOf(int block, int offset) => starts[block] + offset;

    /// <summary>The block that the code unit at <paramref name="place"/> belongs to; the line break behind a block counts as its own.</summary>
    public int BlockAt(int place)
    {
        var found = Array.BinarySearch(starts, place);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}
