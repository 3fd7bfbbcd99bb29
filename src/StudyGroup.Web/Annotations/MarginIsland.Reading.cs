using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using StudyGroup.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>What of the margin its reader has read.</summary>
public sealed partial class MarginIsland
{
    /// <summary>In the open card, what is up to here is not new.</summary>
    private long seen = long.MaxValue;

    [Inject] public required UnreadQuery Unread { get; init; }

    [Inject] public required MarkSeenHandler MarkSeen { get; init; }

    /// <summary>These new cards were on the screen for a while. One that shows all there is has been read by that; another one has to be opened.</summary>
    [JSInvokable]
    public async Task SawAsync(Guid[] markIds)
    {
        foreach (var card in state.Cards.Where(card => card.Mark is { } mark && markIds.Contains(mark.Id) && state.Open != mark.Id).ToList())
        {
            if (card is { ThreadId: { } threadId, Comments: 1 })
                await MarkSeen.HandleAsync(new MarkSeen(threadId, card.LastSequence), Member, Gone);
        }
    }

    private async Task ReadNewAsync(IEnumerable<ThreadCard> cards)
    {
        // Before the line is there nothing can be marked as read, so nothing is shown as new.
        if (!RendererInfo.IsInteractive)
            return;

        var byThread = cards.Where(card => card.ThreadId is not null).ToDictionary(card => card.ThreadId.GetValueOrDefault());
        foreach (var thread in await Unread.InThreadsAsync(byThread.Keys, Member, Gone))
            Show(thread, byThread[thread.ThreadId]);
    }

    private async Task<bool> ReadNewAsync(Guid threadId)
    {
        if (state.Cards.FirstOrDefault(card => card.ThreadId == threadId) is not { } card || await Unread.InThreadAsync(threadId, Member, Gone) is not { } thread)
            return false;

        Show(thread, card);
        if (state.OpenCard?.ThreadId == threadId)
            seen = thread.Seen;
        return true;
    }

    // Only the open card shows them.
    private async Task<bool> ReadBookmarksAsync(Guid? threadId)
    {
        bookmarked = threadId is { } id ? [.. await Bookmarks.InThreadAsync(id, Member, Gone)] : [];
        return true;
    }

    private void Show(ThreadUnread thread, ThreadCard card)
    {
        if (card.Mark is not { } mark)
            return;

        state.MarkFresh(mark.Id, thread.Count > 0);
        if (filter.Show is MarginShow.Unread)
            unreadNow[mark.Id] = thread.Count;
    }
}
