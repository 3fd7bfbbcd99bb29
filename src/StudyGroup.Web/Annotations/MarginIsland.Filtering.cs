using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>What of the margin its reader wants to see.</summary>
public sealed partial class MarginIsland
{
    private const int MostMembers = 50;

    private MarginFilter filter = MarginFilter.All;

    // What was unread when that was chosen stays in sight while it is read.
    private HashSet<Guid> unreadThen = [];

    private bool IsNothingShown => state.Cards.Count > 0 && !InOrder.Any();

    // The reader's own name stands for "mine".
    private IEnumerable<(Guid Id, string Name)> Members => state.Cards
        .Select(card => (card.StartedById, card.StartedByName)).Where(member => member.StartedById != Member.AccountId)
        .DistinctBy(member => member.StartedById).OrderBy(member => member.StartedByName, StringComparer.CurrentCulture).Take(MostMembers);

    private void Choose(ChangeEventArgs choice) => Choose(MarginFilter.Parse(choice.Value as string));

    private void Choose(MarginFilter chosen)
    {
        filter = chosen;
        unreadThen = [.. state.Cards.Select(card => card.Mark?.Id ?? default).Where(state.IsFresh)];
        if (state.OpenCard is { } open && !IsShown(open))
            state.Close();
        Tell(script, "choose", list, filter.Show.ToString(), filter.MemberId, unreadThen);
        Tell(script, "activate", list, state.Open);
    }

    private bool IsShown(ThreadCard card) =>
        filter.Lets(card, Member, card.Mark is { } mark && (state.IsFresh(mark.Id) || unreadThen.Contains(mark.Id)));
}
