using Microsoft.JSInterop;
using StudyGroup.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>Which cards of a long margin are drawn whole. Of the others only the place is drawn; their words come when the reader comes near or opens their crowd.</summary>
public sealed partial class MarginIsland
{
    private const int BlocksBefore = 4;
    private const int BlocksAfter = 9;
    private const int BlocksMoved = 3;
    private const int MostTogether = 12;
    private const int WholeTogether = 5;

    private readonly HashSet<string> unfolded = [];
    private bool isUnfolded;
    private int place;

    /// <summary>The reader wants to see every card that begins in the block; without a block, every card that was loaded.</summary>
    [JSInvokable]
    public void Unfold(string block)
    {
        if (block.Length == 0)
            isUnfolded = true;
        else if (state.Cards.Any(card => card.Mark?.StartBlock == block))
            unfolded.Add(block);
        StateHasChanged();
    }

    private bool MovesTo(int position)
    {
        if (Math.Abs(position - place) < BlocksMoved)
            return false;

        place = position;
        return true;
    }

    // Without scripts nobody could ask for the rest, so the page is sent with all of it.
    private HashSet<Guid> Folded()
    {
        if (isUnfolded || !RendererInfo.IsInteractive)
            return [];

        var folded = new HashSet<Guid>();
        foreach (var together in state.Cards.Where(IsShown).Select(card => card.Mark).OfType<MarkView>().GroupBy(mark => mark.StartBlock))
        {
            var position = together.First().StartPosition;
            var isFar = position < place - BlocksBefore || position > place + BlocksAfter;
            var whole = unfolded.Contains(together.Key) ? int.MaxValue : isFar ? 0 : together.Count() > MostTogether ? WholeTogether : int.MaxValue;
            folded.UnionWith(together.Skip(whole).Where(mark => mark.Id != state.Open && !state.IsFresh(mark.Id)).Select(mark => mark.Id));
        }

        return folded;
    }
}
