using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion.Moves;

namespace StudyGroup.Web.Discussion;

public sealed partial class ThreadPanel
{
    private IReadOnlyList<MovePointer> pointers = [];
    private HashSet<Guid> known = [];
    private MoveChoice? choice;
    private bool isMoving;

    [Inject] public required MoveQuery Moves { get; init; }

    // One that belongs to posts which are not here yet comes with them.
    private IReadOnlyList<MovePointer> Pointers =>
        [.. pointers.Where(pointer => (!state.HasMore || pointer.Place < state.Last) && (!state.HasEarlier || pointer.Place > state.First))];

    private async Task ReadMovesAsync()
    {
        pointers = await Moves.PointersAsync(ThreadId, Member, Gone);
        known = [.. await Unread.KnownAsync(ThreadId, Member, Gone)];
        bookmarked = [.. await Bookmarks.InThreadAsync(ThreadId, Member, Gone)];
        await ReadNewAsync();
    }

    /// <summary>The post is in another thread now.</summary>
    private bool Leave(Guid id) => hold.Leave(id) || state.Remove(id);

    private void Release(Guid id)
    {
        state.Remove(id);
        StateHasChanged();
    }

    private void Choose() => choice = new MoveChoice(() => state.Comments, StateHasChanged);

    private void StopChoosing() => (choice, isMoving) = (null, false);

    // As many as can go in one step.
    private async Task LoadAllAsync()
    {
        while (state.HasEarlier && state.Comments.Count <= MoveCommentsHandler.Most)
            await LoadEarlierAsync();
        while (state.HasMore && state.Comments.Count <= MoveCommentsHandler.Most)
            await LoadMoreAsync();
    }

    private void Moved(int count)
    {
        choice = null;
        Tell(script, "announce", count == 1 ? Text["MoveDoneOne"].Value : Text["MoveDone", count].Value);
    }
}
