using System.Globalization;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Numbered items that mark-up says are lists: their numbers are counted where all are written "1.", and long ones are theses.</summary>
internal static class MarkedItems
{
    public static void Read(List<Piece> pieces, int thesisWords, int shortestChain)
    {
        CountUp(pieces);
        var chain = new List<int>();
        for (var place = 0; place <= pieces.Count; place++)
        {
            var number = place < pieces.Count ? NumberOf(pieces[place]) : 1;
            if (number is null)
                continue;
            if (number != chain.Count + 1)
            {
                MakeTheses(pieces, chain, thesisWords, shortestChain);
                chain.Clear();
            }

            if (number == chain.Count + 1)
                chain.Add(place);
        }
    }

    private static int? NumberOf(Piece piece) =>
        piece is { Kind: BlockKind.ListItem, IsMarked: true, Level: 1, Label: { } label } && int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void MakeTheses(List<Piece> pieces, List<int> places, int thesisWords, int shortestChain)
    {
        if (places.Count < shortestChain || places.Average(place => WordCount.UpTo(100, pieces[place].Text)) < thesisWords)
            return;
        foreach (var place in places)
            pieces[place] = pieces[place] with { Kind = BlockKind.Thesis, Level = 0 };
    }

    // Markdown counts by itself, so that many people write "1." before each item.
    private static void CountUp(List<Piece> pieces)
    {
        var counts = new List<int>();
        for (var place = 0; place < pieces.Count; place++)
        {
            if (pieces[place] is not { Kind: BlockKind.ListItem, IsMarked: true } item)
            {
                counts.Clear();
                continue;
            }

            var level = Math.Max(1, item.Level);
            counts.RemoveRange(Math.Min(level, counts.Count), Math.Max(0, counts.Count - level));
            while (counts.Count < level)
                counts.Add(0);
            counts[level - 1] = item.Label == "1" ? counts[level - 1] + 1 : 0;
            if (counts[level - 1] > 1)
                pieces[place] = item with { Label = counts[level - 1].ToString(CultureInfo.InvariantCulture) };
        }
    }
}
