using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Printed numbers that rise by one, from the first.</summary>
internal sealed record NumberChain(EnumeratorStyle Style, List<int> Places, int Depth);

/// <summary>Finds the chains of a text: theses count on through headings and boxes, letters only from block to block.</summary>
internal static class NumberChains
{
    private const int WidestGap = 4;

    public static List<NumberChain> In(List<Piece> pieces)
    {
        var chains = new List<NumberChain>();
        var open = new List<(NumberChain Chain, Enumerator Last)>();
        for (var index = 0; index < pieces.Count; index++)
        {
            if (!pieces[index].IsOpen || (Enumerator.At(pieces[index].Text) ?? Enumerator.CapitalAt(pieces[index].Text)) is not { } mark)
                continue;
            if (!Extends(open, mark, index) && mark.Value <= 1)
            {
                // A second "1." may open a list within a thesis; the outer count may go on after it.
                var chain = new NumberChain(mark.Style, [index], open.Count(entry => IsNear(entry, index)));
                chains.Add(chain);
                open.RemoveAll(entry => entry.Last.Style == mark.Style && entry.Chain.Places.Count == 1);
                open.Add((chain, mark));
                if (open.Count > 4)
                    open.RemoveAt(0);
            }
        }

        return chains;
    }

    private static bool Extends(List<(NumberChain Chain, Enumerator Last)> open, Enumerator mark, int index)
    {
        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            if (!open[depth].Last.IsFollowedBy(mark) || !IsNear(open[depth], index))
                continue;
            open[depth].Chain.Places.Add(index);
            open[depth] = (open[depth].Chain, mark);
            open.RemoveRange(depth + 1, open.Count - depth - 1);
            return true;
        }

        return false;
    }

    private static bool IsNear((NumberChain Chain, Enumerator Last) entry, int index) =>
        entry.Last.Style == EnumeratorStyle.Number || index - entry.Chain.Places[^1] <= WidestGap;
}
