using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Realtime;

using StudyGroup.Web.Realtime;
namespace StudyGroup.Web.Discussion;

/// <summary>The posts of a thread, live. Key it by the thread: it subscribes once.</summary>
public sealed partial class ThreadPanel
{
    /// <summary>With more posts than this above what is new, a link leads there.</summary>
    private const int AboveLine = 4;

    private readonly ThreadPosts state = new();
    private readonly PostHold hold;
    private ElementReference root;
    private IJSObjectReference? script;
    private ThreadView? thread;
    private PostRights rights = PostRights.None;
    private HashSet<string> draftedKeys = [];
    private HashSet<Guid> bookmarked = [];
    private ThreadUnread unread = new(default, long.MaxValue, null, 0, 0);
    private NewPosts? fresh;

    // Words that were begun before the thread was closed are never taken off the page.
    private bool mightWrite;
    private DateTimeOffset now;

    [Inject] public required ThreadQuery Threads { get; init; }

    [Inject] public required DraftQuery Drafts { get; init; }

    [Inject] public required BookmarkQuery Bookmarks { get; init; }

    [Inject] public required UnreadQuery Unread { get; init; }

    [Inject] public required MarkSectionReadHandler MarkRead { get; init; }

    [Inject] public required Typing Typists { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid ThreadId { get; set; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    /// <summary>The reading that the thread is about, if any.</summary>
    [Parameter] public Guid? ReadingId { get; set; }

    /// <summary>The comment that a link asks for.</summary>
    [Parameter] public Guid? Opened { get; set; }

    // How the group reads the text says whether these words are shown.
    protected override IEnumerable<Topic> Topics =>
        [Topic.Thread(ThreadId), Topic.Account(Member.AccountId), .. ReadingId is { } reading ? [Topic.Reading(GroupId, reading)] : Array.Empty<Topic>()];

    // What is new begins before the posts that a link into a long thread led to.
    private bool IsNewAbove => state.HasEarlier && unread.First > 0 && unread.First < state.First;

    private bool IsLong => state.HasEarlier || state.Comments.Count > ThreadQuery.PageSize;

    private string Page => $"/groups/{thread?.Group.Slug}/threads/{ThreadId}";

    public ThreadPanel() => hold = new PostHold(Release);

    protected override async Task LoadAsync()
    {
        now = Time.GetUtcNow();
        await LoadHeadAsync();
        bookmarked = [.. await Bookmarks.InThreadAsync(ThreadId, Member, Gone)];
        draftedKeys = [.. (await Drafts.ListAsync(Member, Gone)).Select(draft => draft.Key)];
        await ReadNewAsync();
        await ReadMovesAsync();
        state.Append(await Threads.CommentsAsync(ThreadId, 0, Member, Gone));
        if (state.HasMore && await PlaceAsync() is var place && place > state.Last)
        {
            state.Clear();
            state.Append(await Threads.CommentsAsync(ThreadId, place - 1, Member, Gone));
            await LoadEarlierAsync();
        }

        fresh = IsNewAbove ? null : NewPosts.In(state.Comments, unread, Member, known);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        try
        {
            script = await Js.InvokeAsync<IJSObjectReference>("import", Gone, $"./{Assets["Discussion/ThreadPanel.razor.js"]}");
            await script.InvokeVoidAsync("open", Gone, root, Opened);
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // The page left while its script was on the way.
        }
    }

    protected override async Task<bool> ApplyAsync(LiveEvent news)
    {
        if (news.Row.Kind is GroupEvents.ShelfChanged or DiscussionEvents.SectionOpened && news.Row.ReadingId == ReadingId)
            return await OpenAsync();
        if (news.Row.ThreadId != ThreadId)
            return false;

        now = Time.GetUtcNow();
        if (news.Row.Kind == DiscussionEvents.BookmarkChanged)
        {
            bookmarked = [.. await Bookmarks.InThreadAsync(ThreadId, Member, Gone)];
            return true;
        }

        if (news.Row.Kind == DiscussionEvents.ThreadSeen)
        {
            await ReadNewAsync();
            return true;
        }

        // An answer that was deleted or hidden is accepted no longer.
        var isHead = news.Row.Kind == DiscussionEvents.ThreadChanged || (news.Row.SubjectId is { } subject && subject == thread?.Standing.AcceptedCommentId);
        if (isHead)
            await LoadHeadAsync();
        if (news.Row.Kind == DiscussionEvents.ThreadChanged)
            await ReadMovesAsync();
        if (news.Elsewhere is not null)
            return Leave(news.Row.SubjectId.GetValueOrDefault()) || isHead;
        if (news.Waiting is not null)
        {
            await LoadHeadAsync();
            return true;
        }

        if (news.Comment is not { } comment)
            return isHead;

        if (news.Row.Kind == DiscussionEvents.CommentPosted && news.Row.ActorId != Member.AccountId)
            Tell(script, "announce", Text["NewComment", comment.AuthorName].Value);
        hold.Return(comment.Id);
        return state.Put(comment) || isHead;
    }

    protected override bool Show(IReadOnlyList<PresenceSnapshot> present, IReadOnlyList<TypingSnapshot> typing) => ShowWriters(typing);

    protected override async ValueTask LeaveAsync()
    {
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("close", CancellationToken.None, root);
                await script.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // The page is gone, and its script with it.
        }
    }

    private async Task LoadHeadAsync()
    {
        thread = await Threads.FindAsync(ThreadId, groupSlug: null, Member, Gone);
        rights = thread is null ? rights : PostRights.In(thread, Member);
        mightWrite |= rights.MayWrite;
    }

    // Told to the others, stored nowhere; in a thread that is one's own there are no others.
    private void Type()
    {
        if (thread is { IsPrivate: false } shared)
            Typists.Typed(Topic.Thread(ThreadId), shared.Group.Id, Member);
    }

    private void StopTyping()
    {
        if (thread is { IsPrivate: false } shared)
            Typists.Stopped(Topic.Thread(ThreadId), shared.Group.Id, Member);
    }

    /// <summary>The reader sees more now, or less.</summary>
    private async Task<bool> OpenAsync()
    {
        var waited = thread is { IsClosed: true } ? thread.Comments : 0;
        state.Clear();
        await LoadAsync();
        if (waited > 0 && thread is { IsClosed: false })
            Tell(script, "announce", waited == 1 ? Text["OneOpened"].Value : Text["Opened", waited].Value);
        return true;
    }

    private async Task MarkReadAsync()
    {
        if (thread is { ReadingId: { } readingId, Section: { } section })
            await MarkRead.HandleAsync(new MarkSectionRead(thread.Group.Id, readingId, section), Member, Gone);
    }

    private async Task ReadNewAsync() => unread = await Unread.InThreadAsync(ThreadId, Member, Gone) ?? unread;

    /// <summary>Number of the post that a link asks for, or else of the first that is new.</summary>
    private async Task<long> PlaceAsync() =>
        Opened is { } id && await Threads.CommentAsync(id, Member, Gone) is { } opened && opened.ThreadId == ThreadId ? opened.Sequence : unread.First;

    private async Task LoadEarlierAsync()
    {
        Tell(script, "hold", root);
        state.Prepend(await Threads.CommentsBeforeAsync(ThreadId, state.First, Member, Gone));
    }

    private async Task LoadMoreAsync() => state.Append(await Threads.CommentsAsync(ThreadId, state.Last, Member, Gone));
}
