using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using StudyGroup.Discussion;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Realtime;

/// <summary>
/// An island that shows live state: it subscribes first and loads afterwards, so that nothing falls between the two; an event that both bring is
/// applied twice to the same result. When the member may not see the topic any more, or the page fell too far behind, the page is loaded again.
/// </summary>
public abstract class LiveIsland : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource gone = new();
    private CultureInfo language = CultureInfo.CurrentUICulture;
    private Subscription? subscription;

    [Inject] public required Broker Broker { get; init; }

    [Inject] public required LiveEvents Live { get; init; }

    [Inject] public required ITopicAccess Access { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    protected CurrentMember Member { get; private set; } = new(Guid.Empty, "");

    /// <summary>Who is writing, in words; null when nobody is.</summary>
    protected string? Writers { get; private set; }

    /// <summary>Cancelled when the island leaves the page.</summary>
    protected CancellationToken Gone => gone.Token;

    /// <summary>What the island watches; asked once.</summary>
    protected abstract IEnumerable<Topic> Topics { get; }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        if (subscription is not null)
            await subscription.DisposeAsync();
        await LeaveAsync();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        language = CultureInfo.CurrentUICulture;
        Member = (await Authentication).User.ToCurrentMember();
        if (RendererInfo.IsInteractive)
        {
            subscription = Broker.Subscribe(Member, DeliverAsync);
            foreach (var topic in Topics)
            {
                if (await Access.StreamOfAsync(Member, topic, Gone) is { } stream)
                    subscription.Watch(topic, stream);
            }
        }

        await LoadAsync();
    }

    /// <summary>Reads the state that the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Applies one event to the state; true when something is to be drawn again.</summary>
    protected abstract Task<bool> ApplyAsync(LiveEvent news);

    /// <summary>Shows who is here and who writes; true when something is to be drawn again.</summary>
    protected virtual bool Show(IReadOnlyList<PresenceSnapshot> present, IReadOnlyList<TypingSnapshot> typing) => false;

    /// <summary>Takes who writes in the newest of these into <see cref="Writers"/>.</summary>
    protected bool ShowWriters(IReadOnlyList<TypingSnapshot> typing)
    {
        if (typing.Count == 0)
            return false;

        var members = typing[^1].Members;
        Writers = members.Count switch { 0 => null, 1 => Shared["TypingOne", members[0].Name].Value, var count => Shared["TypingMany", count].Value };
        return true;
    }

    /// <summary>Lets go of what the island holds in the browser.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>Calls the island's script and does not wait for it: while the line is cut no answer comes, and what the island shows must not wait for one.</summary>
    protected void Tell(IJSObjectReference? script, string function, params object?[] arguments)
    {
        if (script is not null)
            _ = TellAsync(script, function, arguments);
    }

    private async Task TellAsync(IJSObjectReference script, string function, object?[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(function, Patience, arguments);
        }
        catch (Exception exception) when (exception.IsEndOfPage() || exception is InvalidOperationException)
        {
            // The page left, or its line was cut: a page that comes back asks for what it missed.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async ValueTask DeliverAsync(DeliveryBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Reload || batch.Revoked.Count > 0)
        {
            await InvokeAsync(ReloadPageAsync);
            return;
        }

        var news = await Live.GetAsync(batch.Events.Select(delivery => delivery.Event), Member);
        await InvokeAsync(() => ApplyAllAsync(news, batch));
    }

    // The page's own way to reload: it saves what is being written first.
    private async Task ReloadPageAsync()
    {
        try
        {
            await using var connection = await Js.InvokeAsync<IJSObjectReference>("import", Gone, "./js/connection.js");
            await connection.InvokeVoidAsync("reload", Gone);
        }
        catch (Exception exception) when (exception.IsEndOfPage())
        {
            // The page is on its way out already.
        }
    }

    private async Task ApplyAllAsync(IEnumerable<LiveEvent> news, DeliveryBatch batch)
    {
        // News come from work that is done for everybody; what they change here is told in the language of this page.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
        try
        {
            var changed = Show(batch.Presence, batch.Typing);
            foreach (var one in news)
                changed |= await ApplyAsync(one);
            if (changed && !gone.IsCancellationRequested)
                StateHasChanged();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The island left while it was applying: nobody looks any more.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
