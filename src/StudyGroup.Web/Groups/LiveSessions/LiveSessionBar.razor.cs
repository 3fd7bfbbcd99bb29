using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Web.Realtime;

namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>A live session on the page of its text: who leads and where, following and stepping aside, hands and turns. There only while one runs.</summary>
public sealed partial class LiveSessionBar
{
    private LiveSessionView session = new(default, default, default, null, null, "", null, default, 0, null, [], 0, null);
    private IReadOnlyList<PresentMember> present = [];
    private bool isFollowing;
    private bool hasFollowed;
    private bool isOpen;
    private bool isBusy;
    private string? refusal;
    private DateTimeOffset? awaySince;
    private ITimer? waiting;
    private ElementReference bar;
    private IJSObjectReference? script;
    private DotNetObjectReference<LiveSessionBar>? self;
    private BarState? told;

    [Inject] public required LiveSessionQuery Sessions { get; init; }

    [Inject] public required LeadToParagraphHandler LeadToParagraph { get; init; }

    [Inject] public required RaiseHandHandler RaiseHand { get; init; }

    [Inject] public required TakeOverHandler TakeOver { get; init; }

    [Inject] public required SessionActs Acts { get; init; }

    [Inject] public required Presence Presence { get; init; }

    [Inject] public required IOptions<LiveSessionOptions> Options { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>The session as it was when the page heard of it.</summary>
    [Parameter, EditorRequired] public required LiveSessionView Begun { get; set; }

    /// <summary>The blocks of the text in order.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<BlockAddress> Blocks { get; set; }

    [Parameter] public bool MayDiscuss { get; set; }

    [Parameter] public bool MayModerate { get; set; }

    [Parameter] public EventCallback OnClosed { get; set; }

    protected override IEnumerable<Topic> Topics => [Reading];

    private Topic Reading => Topic.Reading(Begun.GroupId, Begun.ReadingId);

    private bool Leads => session.FacilitatorId == Member.AccountId;

    private bool Speaks => session.Turn?.AccountId == Member.AccountId;

    private bool IsWaiting => session.Queue.Any(speaker => speaker.AccountId == Member.AccountId);

    private bool IsAway => session.FacilitatorId is null || Time.GetUtcNow() - awaySince >= Options.Value.Away;

    private bool MayTakeOver => MayModerate && IsAway;

    /// <summary>The reader pressed a key that is the session's.</summary>
    [JSInvokable]
    public async Task PressAsync(string key, string block)
    {
        await (key switch
        {
            "b" when Leads => LeadAsync(block),
            "j" when Leads => StepAsync(1),
            "k" when Leads => StepAsync(-1),
            "s" when Leads => ActAsync(SessionAct.Next),
            "r" when MayDiscuss && !Leads => ToggleHandAsync(),
            _ => Task.CompletedTask,
        });
        StateHasChanged();
    }

    [JSInvokable]
    public void Follow()
    {
        isFollowing = hasFollowed = true;
        StateHasChanged();
    }

    /// <summary>The reader browsed away, or says so.</summary>
    [JSInvokable]
    public void StepAside()
    {
        isFollowing = false;
        StateHasChanged();
    }

    protected override async Task LoadAsync()
    {
        session = RendererInfo.IsInteractive ? await Sessions.FindAsync(Begun.GroupId, Begun.ReadingId, Member, Gone) ?? Begun with { EndedAt = Begun.EndedAt ?? Time.GetUtcNow() } : Begun;
        NotePresent(Presence.In(Reading));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await AttachAsync();
        }
        else if (script is not null && told != State)
        {
            told = State;
            Tell(script, "update", bar, told, Time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    protected override async Task<bool> ApplyAsync(LiveEvent news)
    {
        if (news.Row.Kind == GroupEvents.TextChanged && news.Row.ReadingId == Begun.ReadingId)
            session = await Sessions.FindAsync(Begun.GroupId, Begun.ReadingId, Member, Gone) ?? session;
        else if (news.Session is not { } next || next.Id != session.Id)
            return false;
        else
            Show(next, news);
        return true;
    }

    protected override bool Show(IReadOnlyList<PresenceSnapshot> present, IReadOnlyList<TypingSnapshot> typing)
    {
        if (present.Count > 0)
            NotePresent(present[^1].Members);
        return present.Count > 0;
    }

    protected override async ValueTask LeaveAsync()
    {
        self?.Dispose();
        if (waiting is not null)
            await waiting.DisposeAsync();
        if (script is null)
            return;
        try
        {
            await script.InvokeVoidAsync("detach", CancellationToken.None, bar);
            await script.DisposeAsync();
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // The page is gone, and what it held with it.
        }
    }

    private async Task AttachAsync()
    {
        self = DotNetObjectReference.Create(this);
        told = State;
        try
        {
            script = await Js.InvokeAsync<IJSObjectReference>("import", Gone, "./" + Assets["Groups/LiveSessions/LiveSessionBar.razor.js"]);
            await script.InvokeVoidAsync("attach", Gone, bar, self, told, Time.GetUtcNow().ToUnixTimeMilliseconds());
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // The page left while its script was on the way.
        }
    }

    private void Show(LiveSessionView next, LiveEvent news)
    {
        var before = session;
        session = next;
        refusal = null;
        if (before.FacilitatorId != next.FacilitatorId)
            NotePresent(present);
        if (SessionNews.Of(before, next, Member, news.Actor?.Name) is { } said)
            Tell(script, "say", Text[said.Text, said.Values].Value);
    }

    // Who leads and is not there is away from then on; the page looks again when that has lasted.
    private void NotePresent(IReadOnlyList<PresentMember> members)
    {
        present = members;
        var isHere = session.FacilitatorId is { } leads && members.Any(member => member.AccountId == leads);
        var wasAway = awaySince is not null;
        awaySince = isHere ? null : awaySince ?? Time.GetUtcNow();
        if (awaySince is null || wasAway || !RendererInfo.IsInteractive)
            return;

        waiting?.Dispose();
        waiting = Time.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, Options.Value.Away, Timeout.InfiniteTimeSpan);
    }
}
