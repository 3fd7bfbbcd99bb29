using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Printed numbers that rise by one, from the first, with the place of each in the text.</summary>
internal sealed record NumberChain(EnumeratorStyle Style, List<(int Place, Enumerator Mark)> Links)
{
    public int First => Links[0].Place;

    public int Last => Links[^1].Place;

    /// <summary>Whether it stands within one paragraph of the other chain, or directly behind its last one.</summary>
    public bool IsWithin(NumberChain other) =>
        other.First < First && (other.Last > Last || (other.Style != Style && other.Last == First - 1));
}

/// <summary>Finds the chains of a text: numbers count on through headings, boxes and lists within a paragraph, letters only from block to block.</summary>
internal static class NumberChains
{
    private const int WidestGap = 4;
    private const int MostOpen = 6;

    public static List<NumberChain> In(List<Piece> pieces)
    {
        var chains = new List<NumberChain>();
        var open = new List<NumberChain>();
        for (var index = 0; index < pieces.Count; index++)
        {
            if (!pieces[index].IsOpen)
                continue;
            var marks = Enumerator.ReadingsOf(pieces[index].Text);
            if (marks.Count == 0 || Extends(open, marks, index, pieces) || marks.FirstOrDefault(mark => mark.Value <= 1) is not { } first)
                continue;

            // A second "1." may open a list within a thesis; the outer count may go on after it.
            var chain = new NumberChain(first.Style, [(index, first)]);
            chains.Add(chain);
            open.Add(chain);
            if (open.Count > MostOpen)
                open.RemoveAt(0);
        }

        return chains;
    }

    private static bool Extends(List<NumberChain> open, IReadOnlyList<Enumerator> marks, int index, List<Piece> pieces)
    {
        var best = -1;
        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            if (Next(open[depth], marks, index) is not null && (best < 0 || IsMoreAlike(open[depth], open[best], index, pieces)))
                best = depth;
        }

        if (best < 0 || Next(open[best], marks, index) is not { } mark)
            return false;
        open[best].Links.Add((index, mark));
        open.RemoveRange(best + 1, open.Count - best - 1);
        return true;
    }

    private static Enumerator? Next(NumberChain chain, IReadOnlyList<Enumerator> marks, int index)
    {
        var isNear = chain.Style is EnumeratorStyle.Number or EnumeratorStyle.RomanCapital || index - chain.Last <= WidestGap;
        return isNear ? marks.FirstOrDefault(chain.Links[^1].Mark.IsFollowedBy) : null;
    }

    // Where a list within a thesis and the theses themselves have come equally far, the length of the paragraph tells whose turn it is.
    private static bool IsMoreAlike(NumberChain outer, NumberChain inner, int index, List<Piece> pieces)
    {
        const int CountedWords = 60;
        var words = WordCount.UpTo(CountedWords, pieces[index].Text);
        var (inOuter, inInner) = (WordCount.UpTo(CountedWords, pieces[outer.Last].Text), WordCount.UpTo(CountedWords, pieces[inner.Last].Text));
        return inOuter > 2 * inInner && Math.Abs(words - inOuter) < Math.Abs(words - inInner);
    }
}
