using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Makes theses, list items and numbered headings of blocks that a printed number begins. The number is kept as it is printed.</summary>
internal sealed class Numbering(Findings findings)
{
    private const int ShortestChain = 3;
    private const int ThesisWords = 25;
    private const int HeadingWords = 15;

    public List<Piece> Read(List<Piece> pieces)
    {
        var numbered = new List<Piece>(pieces);
        foreach (var chain in NumberChains.In(pieces))
            Apply(numbered, chain);
        MarkedTheses(numbered);
        return numbered;
    }

    private void Apply(List<Piece> pieces, NumberChain chain)
    {
        if (AreHeadings(pieces, chain))
        {
            foreach (var place in chain.Places)
                pieces[place] = pieces[place] with { Kind = BlockKind.Heading, Level = 2 };
            Report(RepairRules.Heading, Sureness.ForReview, pieces[chain.Places[0]]);
            return;
        }

        var isList = chain.Style != EnumeratorStyle.Number || AverageWords(pieces, chain) < ThesisWords;
        var isSure = chain.Places.Count >= ShortestChain || (chain.Style is not (EnumeratorStyle.Number or EnumeratorStyle.Capital) && chain.Places.Count == 2) || (isList && chain.Places.Count == 2 && chain.Places[1] == chain.Places[0] + 1);
        if (!isSure)
            return;

        Report(isList ? RepairRules.List : RepairRules.Theses, Sureness.Silent, pieces[chain.Places[0]]);
        foreach (var place in chain.Places)
        {
            if ((Enumerator.At(pieces[place].Text) ?? Enumerator.CapitalAt(pieces[place].Text)) is { } mark)
                pieces[place] = Numbered(pieces[place], mark, isList, chain.Depth);
        }
    }

    private static Piece Numbered(Piece piece, Enumerator mark, bool isList, int depth) => piece with
    {
        Kind = isList ? BlockKind.ListItem : BlockKind.Thesis,
        Label = mark.Label,
        Level = isList ? Math.Max(1, depth) : 0,
        Text = piece.Text[mark.Length..].TrimStart(),
    };

    // "1. The question" over unnumbered prose numbers a section, not a thesis.
    private static bool AreHeadings(List<Piece> pieces, NumberChain chain) =>
        chain.Style is EnumeratorStyle.Number or EnumeratorStyle.Capital && chain.Places.Count > 1
        && chain.Places.TrueForAll(place => WordCount.AtMost(HeadingWords, pieces[place].Text))
        && chain.Places.Count(place => StandsOverProse(pieces, place)) * 4 >= chain.Places.Count * 3;

    private static bool StandsOverProse(List<Piece> pieces, int place) =>
        place + 1 < pieces.Count && (pieces[place + 1].Kind == BlockKind.ListItem || (pieces[place + 1].IsOpen && Enumerator.At(pieces[place + 1].Text) is null && !WordCount.AtMost(HeadingWords, pieces[place + 1].Text)));

    private static double AverageWords(List<Piece> pieces, NumberChain chain) => chain.Places.Average(place => WordCount.UpTo(100, pieces[place].Text));

    /// <summary>In Markdown long numbered paragraphs look like a list; they are theses all the same.</summary>
    private static void MarkedTheses(List<Piece> pieces)
    {
        var items = Enumerable.Range(0, pieces.Count).Where(place => pieces[place] is { Kind: BlockKind.ListItem, IsMarked: true, Level: 1, Label: { } label } && char.IsAsciiDigit(label[0])).ToList();
        var inOrder = items.Count >= ShortestChain && items.Select((place, order) => pieces[place].Label == $"{order + 1}").All(isNext => isNext);
        if (!inOrder || items.Average(place => WordCount.UpTo(100, pieces[place].Text)) < ThesisWords)
            return;
        foreach (var place in items)
            pieces[place] = pieces[place] with { Kind = BlockKind.Thesis, Level = 0 };
    }

    private void Report(string rule, Sureness sureness, Piece first) => findings.Repaired(rule, sureness, first.FirstLine, first.Text, first.Text);
}
