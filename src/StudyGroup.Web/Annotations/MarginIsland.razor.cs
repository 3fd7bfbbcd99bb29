using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Realtime;
using StudyGroup.Web.Realtime;
using StudyGroup.Web.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>The margin of a reading: cards beside their words, live. The words themselves, the painting and the composer live in the page, not here.</summary>
public sealed partial class MarginIsland
{
    private readonly MarginState state = new();
    private readonly PostHold hold;
    private HashSet<Guid> bookmarked = [];
    private DateTimeOffset now;
    private int windowStart;
    private MarkView? windowEnd;
    private bool isWindowed;
    private ElementReference list;
    private ElementReference arrivals;
    private IJSObjectReference? script;
    private DotNetObjectReference<MarginIsland>? self;

    [Inject] public required MarginQuery Margin { get; init; }

    [Inject] public required ThreadQuery Threads { get; init; }

    [Inject] public required BookmarkQuery Bookmarks { get; init; }

    [Inject] public required RemoveAnnotationHandler RemoveAnnotation { get; init; }

    [Inject] public required Typing Typists { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    /// <summary>Address of the group.</summary>
    [Parameter, EditorRequired] public required string GroupPath { get; set; }

    /// <summary>The comment that a link asks to open.</summary>
    [Parameter] public Guid? Opened { get; set; }

    [Parameter] public bool MayWrite { get; set; }

    [Parameter] public bool MayModerate { get; set; }

    protected override IEnumerable<Topic> Topics => [Topic.Reading(GroupId, ReadingId), Topic.Account(Member.AccountId)];

    public MarginIsland() => hold = new PostHold(id =>
    {
        state.RemoveComment(id);
        StateHasChanged();
    });

    /// <summary>A click on marked words, or on a chip.</summary>
    [JSInvokable]
    public async Task OpenMarkAsync(Guid markId)
    {
        if (state.Cards.All(card => card.Mark?.Id != markId) && await Margin.CardAsync(GroupId, ReadingId, markId, Member, Gone) is { } card)
            state.Put(card);
        await OpenAsync(markId);
        StateHasChanged();
    }

    /// <summary>A reply that was being written when the page was left.</summary>
    [JSInvokable]
    public async Task OpenThreadAsync(Guid threadId)
    {
        if (await Threads.MarkOfAsync(threadId, Member, Gone) is { } markId)
            await OpenMarkAsync(markId);
    }

    /// <summary>The member writes here; told to the others, stored nowhere.</summary>
    [JSInvokable]
    public void Type() => Typists.Typed(Topic.Reading(GroupId, ReadingId), GroupId, Member);

    /// <summary>The reader is at this place of the text; a long margin shows the cards around it.</summary>
    [JSInvokable]
    public async Task LookAtAsync(int position, string block)
    {
        tab?.Move(block);
        if (MovesTo(position))
            StateHasChanged();
        if (!isWindowed || (position >= windowStart && (windowEnd is null || position <= windowEnd.StartPosition - 3)))
            return;

        var from = Math.Max(0, position - BlocksBehind);
        if (chosenMarks is null && position >= windowStart && windowEnd is not null && position <= windowEnd.StartPosition)
            await LoadLaterAsync(windowEnd, from);
        else
            await LoadWindowAsync(from);
        // So many marks may stand just before this place that a window from there does not reach it.
        if (windowEnd is not null && windowEnd.StartPosition < position)
            await LoadWindowAsync(position);
        StateHasChanged();
    }

    protected override async Task LoadAsync()
    {
        await LoadWindowAsync(0);
        await LoadAuthorsAsync();
        await LoadTagsAsync();
        if (OwnNoteFirst)
            await LoadWaitingAsync();
        if ((Attached ?? OpenedMark) is { } chosen && await Margin.CardAsync(GroupId, ReadingId, chosen, Member, Gone) is { } lost)
        {
            state.Put(lost);
            await OpenAsync(chosen);
        }

        if (Opened is { } comment && await Threads.CommentAsync(comment, Member, Gone) is { } found && await Threads.MarkOfAsync(found.ThreadId, Member, Gone) is { } mark)
        {
            if (await Margin.CardAsync(GroupId, ReadingId, mark, Member, Gone) is { } card)
                state.Put(card);
            await OpenAsync(mark, found.Sequence);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            Enter();
            try
            {
                script = await Js.InvokeAsync<IJSObjectReference>("import", Gone, $"./{Assets["Annotations/MarginIsland.razor.js"]}");
                await script.InvokeVoidAsync("attach", Gone, list, arrivals, self, new { groupId = GroupId, readingId = ReadingId, open = state.Open });
                AfterAttached();
                await AttachLinksAsync();
            }
            catch (Exception exception) when (exception.IsEndOfPage())
            {
                // The page left while its script was on the way.
            }
        }
    }

    protected override async Task<bool> ApplyAsync(LiveEvent news)
    {
        now = Time.GetUtcNow();
        if (news.Row.ReadingId != ReadingId || news.Row.SubjectId is not { } subject)
            return false;
        if (news.Row.Kind == GroupEvents.TextChanged)
            return await ChangeTextAsync(subject);
        if (news.Row.Kind is GroupEvents.ShelfChanged or DiscussionEvents.SectionOpened)
            return await OpenSectionsAsync();
        if (news.Waiting is { } waits)
            return waiting.Put(waits);
        if (news.Row.Kind == DiscussionEvents.BookmarkChanged)
            return news.Row.ThreadId == state.OpenCard?.ThreadId && await ReadBookmarksAsync(news.Row.ThreadId);
        if (news.Row.Kind == DiscussionEvents.ThreadSeen)
            return await ReadNewAsync(subject);
        if (news.Row.Kind is AnnotationEvents.Removed or LinkEvents.Removed)
        {
            state.Remove(subject);
            chosenMarks?.RemoveAll(mark => mark.Id == subject);
            Tell(script, "removeMark", list, subject);
            if (waiting.IsSet)
                await LoadWaitingAsync();
            return true;
        }

        var card = news.Card;
        // An account's own stream carries its private marks of every group: only the query knows which belong here.
        if (news.Row.StreamId == Member.AccountId && card?.Mark is { } own)
            card = await Margin.CardAsync(GroupId, ReadingId, own.Id, Member, Gone);
        if (card?.Mark is not { } mark)
            return false;

        card = InThisText(card);
        await ReadTagsAsync(news);
        await ReadLinksAsync([card]);
        var isNew = state.Put(card);
        if (filter.Show is MarginShow.Unread && card.ThreadId is { } changed)
            await ReadNewAsync(changed);
        Follow(card.Mark ?? mark, card.Comments);
        if (news.Elsewhere is not null && state.Open == mark.Id && !hold.Leave(subject))
            state.RemoveComment(subject);
        if (news.Comment is { } comment && state.Open == mark.Id)
        {
            hold.Return(comment.Id);
            state.Put(comment);
        }

        var isOthers = news.Row.ActorId != Member.AccountId;
        if (isOthers && news.Row.Kind == DiscussionEvents.CommentPosted)
            state.MarkCome(mark.Id);
        Tell(script, "addMark", list, AnnotationEndpoints.MarkAnswer.Of(mark, card.Comments, Member.AccountId), isOthers && (isNew || news.Row.Kind == AnnotationEvents.Added));
        if (isOthers && news.Row.Kind == DiscussionEvents.CommentPosted)
            Tell(script, "announceNew", list, mark.StartBlock, Text[card.IsQuestion && news.Comment?.ParentId is null ? "NewQuestion" : "NewComment", news.Actor?.Name ?? ""].Value);
        if (isOthers && news.Row.Kind == LinkEvents.Added)
            Tell(script, "announceNew", list, mark.StartBlock, LinkText["NewLink", news.Actor?.Name ?? ""].Value);
        return true;
    }

    protected override bool Show(IReadOnlyList<PresenceSnapshot> present, IReadOnlyList<TypingSnapshot> typing) => ShowWriters(typing);

    protected override async ValueTask LeaveAsync()
    {
        self?.Dispose();
        await GoAsync();
        if (script is not null)
        {
            try
            {
                await LeaveLinksAsync();
                await script.InvokeVoidAsync("detach", CancellationToken.None, list);
                await script.DisposeAsync();
            }
            catch (Exception exception) when (exception.IsEndOfPage())
            {
                // The page is gone, and what it held with it.
            }
        }
    }

    private async Task LoadWindowAsync(int from)
    {
        now = Time.GetUtcNow();
        var cards = await CardsFromAsync(from);
        windowStart = from;
        Place(cards, cards);
        await ReadLinksAsync(cards);
        await ReadNewAsync(cards);
    }

    private async Task LoadLaterAsync(MarkView last, int from)
    {
        var later = await Margin.CardsAfterAsync(GroupId, ReadingId, last, Member, Gone);
        windowStart = Math.Max(windowStart, from);
        Place([.. state.Cards.Where(card => card.Mark?.StartPosition >= windowStart), .. later], later);
        await ReadLinksAsync(later);
        await ReadNewAsync(later);
    }

    // Where the window ends is where the last answer ended: a card that came by itself may stand anywhere behind it.
    private void Place(IReadOnlyList<ThreadCard> cards, IReadOnlyList<ThreadCard> answer)
    {
        windowEnd = answer.Count == MarginQuery.Window ? answer[^1].Mark : null;
        isWindowed |= windowEnd is not null;
        var openCard = state.OpenCard;
        state.Load(cards.Select(InThisText).ToList());
        if (openCard is not null)
            state.Put(openCard);
    }

    private Task OpenAsync(Guid markId) => OpenAsync(markId, 0);

    // Of a very long thread the card shows the beginning, or what is around the comment that a link asks for.
    private async Task OpenAsync(Guid markId, long around)
    {
        var card = state.Cards.FirstOrDefault(card => card.Mark?.Id == markId);
        if (card is null)
            return;

        IReadOnlyList<CommentView> comments = card.ThreadId is { } threadId ? await Threads.CommentsAsync(threadId, 0, Member, Gone) : [];
        if (comments.Count == ThreadQuery.PageSize && comments[^1].Sequence < around)
            comments = [.. await Threads.CommentsBeforeAsync(comments[0].ThreadId, around, Member, Gone), .. await Threads.CommentsAsync(comments[0].ThreadId, around - 1, Member, Gone)];
        await ReadBookmarksAsync(card.ThreadId);
        await ReadLinksAsync([card]);
        if (card.ThreadId is { } thread)
            await ReadNewAsync(thread);
        state.OpenWith(markId, comments);
        Tell(script, "activate", list, markId, LinkedTo(markId));
    }

    private async Task CloseAsync()
    {
        state.Close();
        Tell(script, "activate", list, null);
    }

    private async Task RemoveAsync(Guid markId)
    {
        var removed = await RemoveAnnotation.HandleAsync(new RemoveAnnotation(markId), Member, Gone);
        if (!removed.Succeeded)
            Tell(script, "say", list, removed.Error.Message);
    }
}
