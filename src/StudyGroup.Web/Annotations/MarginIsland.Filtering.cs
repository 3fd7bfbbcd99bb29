using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>What of the margin its reader wants to see.</summary>
public sealed partial class MarginIsland
{
    private const int MostMembers = 50;

    /// <summary>A window begins so many blocks above the reader.</summary>
    private const int BlocksBehind = 12;

    private MarginFilter filter = MarginFilter.All;

    // What was unread when that was chosen stays in sight while it is read.
    private HashSet<Guid> unreadThen = [];
    private IReadOnlyList<UnreadMark> unread = [];

    // Of the whole reading, by mark, as it is now; kept while that is chosen.
    private readonly Dictionary<Guid, int> unreadNow = [];

    private bool IsNothingShown => state.Cards.Count > 0 && !InOrder.Any();

    // The reader's own name stands for "mine".
    private IEnumerable<(Guid Id, string Name)> Members => state.Cards
        .Select(card => (card.StartedById, card.StartedByName)).Where(member => member.StartedById != Member.AccountId)
        .DistinctBy(member => member.StartedById).OrderBy(member => member.StartedByName, StringComparer.CurrentCulture).Take(MostMembers);

    private string UnreadText => unreadNow.Values.Sum() switch
    {
        0 => Text["NothingUnread"],
        1 => Text["OneUnread"],
        var count => Text["ManyUnread", count],
    };

    private Task ChooseAsync(ChangeEventArgs choice) => ChooseAsync(MarginFilter.Parse(choice.Value as string));

    private async Task ChooseAsync(MarginFilter chosen)
    {
        var isOther = (filter.Show is MarginShow.Unread) != (chosen.Show is MarginShow.Unread);
        filter = chosen;
        await LoadUnreadAsync();
        if (isWindowed && isOther)
            await LoadWindowAsync(unread.Count <= MarginQuery.Window && chosen.Show is MarginShow.Unread ? 0 : Math.Max(0, place - BlocksBehind));
        if (state.OpenCard is { } open && !IsShown(open))
            state.Close();
        Tell(script, "choose", list, filter.Show.ToString(), filter.MemberId, unreadThen);
        Tell(script, "activate", list, state.Open);
    }

    /// <summary>What is unread is asked for the whole reading: a long margin holds only what is near.</summary>
    private async Task LoadUnreadAsync()
    {
        unread = filter.Show is MarginShow.Unread ? await Unread.InReadingAsync(GroupId, ReadingId, Member, Gone) : [];
        unreadThen = [.. unread.Select(mark => mark.MarkId)];
        unreadNow.Clear();
        foreach (var mark in unread)
            unreadNow[mark.MarkId] = mark.Count;
    }

    private Task<IReadOnlyList<ThreadCard>> CardsFromAsync(int position) => filter.Show is MarginShow.Unread && isWindowed
        ? Margin.CardsOfAsync(GroupId, ReadingId, [.. unread.Where(mark => mark.StartPosition >= position).Take(MarginQuery.Window).Select(mark => mark.MarkId)], Member, Gone)
        : Margin.CardsAsync(GroupId, ReadingId, position, Member, Gone);

    private bool IsShown(ThreadCard card) =>
        filter.Lets(card, Member, card.Mark is { } mark && (state.IsFresh(mark.Id) || unreadThen.Contains(mark.Id)));
}
