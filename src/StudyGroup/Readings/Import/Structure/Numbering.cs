using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Makes theses, list items and numbered headings of blocks that a printed number begins. The number is kept as it is printed.</summary>
internal sealed class Numbering(Findings findings)
{
    private const int ShortestChain = 3;
    private const int ThesisWords = 25;
    private const int ScatteredThesisWords = 12;
    private const int HeadingWords = 15;

    public List<Piece> Read(List<Piece> pieces)
    {
        var numbered = new List<Piece>(pieces);
        var lists = new List<NumberChain>();
        foreach (var chain in NumberChains.In(pieces))
            Apply(numbered, chain, lists);
        MarkedItems.Read(numbered, ThesisWords, ShortestChain);
        return numbered;
    }

    private void Apply(List<Piece> pieces, NumberChain chain, List<NumberChain> lists)
    {
        var first = pieces[chain.First];
        if (AreHeadings(pieces, chain))
        {
            if (!findings.Allows(RepairRules.Heading, Sureness.ForReview, first.FirstLine, first.Text, "## " + first.Text))
                return;
            foreach (var (place, _) in chain.Links)
                pieces[place] = pieces[place] with { Kind = BlockKind.Heading, Level = 2 };
            return;
        }

        var isList = !AreTheses(pieces, chain);
        if (!IsSure(chain, isList) || !findings.Allows(isList ? RepairRules.List : RepairRules.Theses, Sureness.Silent, first.FirstLine, first.Text, first.Text))
            return;
        var level = isList ? 1 + lists.Count(chain.IsWithin) : 0;
        if (isList)
            lists.Add(chain);
        foreach (var (place, mark) in chain.Links)
            pieces[place] = pieces[place] with { Kind = isList ? BlockKind.ListItem : BlockKind.Thesis, Label = mark.Label, Level = level, Text = pieces[place].Text[mark.Length..].TrimStart() };
    }

    private static bool IsSure(NumberChain chain, bool isList)
    {
        var mayBeName = chain.Style is EnumeratorStyle.Capital or EnumeratorStyle.RomanCapital;
        return chain.Links.Count >= ShortestChain
            || (chain.Links.Count == 2 && !mayBeName && (chain.Style != EnumeratorStyle.Number || (isList && chain.Last == chain.First + 1)));
    }

    /// <summary>Long paragraphs are theses; shorter ones too where headings and other paragraphs stand between them and each is a sentence.</summary>
    private static bool AreTheses(List<Piece> pieces, NumberChain chain)
    {
        if (chain.Style is not (EnumeratorStyle.Number or EnumeratorStyle.RomanCapital))
            return false;
        var words = chain.Links.Average(link => WordCount.UpTo(100, pieces[link.Place].Text));
        var isScattered = chain.Links.Count > ShortestChain && chain.Last - chain.First >= chain.Links.Count;
        return words >= ThesisWords || (isScattered && words >= ScatteredThesisWords && chain.Links.TrueForAll(link => SentenceEnd.IsReached(pieces[link.Place].Text)));
    }

    // "1. The question" over unnumbered prose numbers a section, not a thesis.
    private static bool AreHeadings(List<Piece> pieces, NumberChain chain) =>
        chain.Style is EnumeratorStyle.Number or EnumeratorStyle.Capital or EnumeratorStyle.RomanCapital && chain.Links.Count > 1
        && chain.Links.TrueForAll(link => WordCount.AtMost(HeadingWords, pieces[link.Place].Text))
        && chain.Links.Count(link => StandsOverProse(pieces, link.Place)) * 4 >= chain.Links.Count * 3;

    private static bool StandsOverProse(List<Piece> pieces, int place) =>
        place + 1 < pieces.Count && (pieces[place + 1].Kind == BlockKind.ListItem || (pieces[place + 1].IsOpen && Enumerator.At(pieces[place + 1].Text) is null && !WordCount.AtMost(HeadingWords, pieces[place + 1].Text)));
}
