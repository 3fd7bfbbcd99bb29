using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>
/// What speaks against a place although its words are like the quote: the same words stood elsewhere before and their surroundings fit better, or they stand
/// twice now and neither position nor surroundings say which of the two is meant. Somebody has to look then.
/// </summary>
internal sealed class Doubts(EditionChange change, QuoteSearch search, StoredSelector mark, Anchor anchor)
{
    private const int MostCopies = 50;
    private const double Clear = 0.02;

    /// <summary>Outside the block where a passage was, its surroundings have to fit better by this than those of any other.</summary>
    private const double ClearAbroad = 0.1;

    private readonly Surroundings surroundings = new(change, mark, anchor.Place);

    public bool AreThere => anchor.Method switch
    {
        AnchorMethod.Difference when IsSameBlock => false,
        AnchorMethod.BlockMoved => search.FindOutside(surroundings.There, mark) is { } edited && edited.Score > Reanchoring.Accepted - ClearAbroad,
        AnchorMethod.Search => IsTorn(0.5) || WasAnother() || (mark.State != AnchorState.Lost && new NearbyCopies(change, surroundings).IsAtHome),
        _ => IsTorn(0.2) || WasAnother() || HasRival() || new NearbyCopies(change, surroundings).IsBeside,
    };

    /// <summary>Only white space or quotation marks of its block are others.</summary>
    private bool IsSameBlock => change.NewOf(mark.Place.StartBlock) == anchor.Place.StartBlock && mark.Place.EndBlock == mark.Place.StartBlock
        && TextFolding.Fold(change.Old[mark.Place.StartBlock].Text) == TextFolding.Fold(change.New[anchor.Place.StartBlock].Text);

    /// <summary>Whether a good part of the passage's own words is elsewhere: they were torn between two copies then.</summary>
    private bool IsTorn(double most) => surroundings.Own is { } own
        && change.Map.CommonTo(own, (0, change.NewText.Text.Length)) - change.Map.CommonTo(own, surroundings.There) > (own.End - own.Start) * most;

    /// <summary>Whether the words may be those that stood at another place of the old text.</summary>
    private bool WasAnother()
    {
        var text = change.OldText.Text;
        var isAtHome = mark.State != AnchorState.Lost && change.NewOf(mark.Place.StartBlock) == anchor.Place.StartBlock;
        if (isAtHome && surroundings.Fit >= Reanchoring.Accepted)
            return false;
        var said = surroundings.Own is { } own ? text[own.Start..own.End] : mark.Quote;
        var least = surroundings.Fit + (isAtHome ? Clear : -ClearAbroad);
        var copies = 0;
        for (var place = text.IndexOf(said, StringComparison.Ordinal); place >= 0 && copies < MostCopies; place = text.IndexOf(said, place + 1, StringComparison.Ordinal))
        {
            if (place == surroundings.Own?.Start)
                continue;
            if (surroundings.FitOf((place, place + said.Length)) > least)
                return true;
            copies++;
        }

        return copies == MostCopies && !isAtHome;
    }

    private bool HasRival() => surroundings.Context is < Reanchoring.Accepted and var context
        && search.FindOutside(surroundings.There, mark) is { } rival && rival.Score > context - Clear;
}
