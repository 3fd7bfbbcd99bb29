using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups;

/// <summary>A group: its shelf, its newest threads, its members.</summary>
public sealed partial class GroupPage
{
    private GroupView? group;
    private IReadOnlyList<ShelfRow> shelf = [];
    private IReadOnlyDictionary<Guid, int> comments = new Dictionary<Guid, int>();
    private IReadOnlyList<ThreadRow> threads = [];
    private IReadOnlyList<MemberRow> members = [];
    private IReadOnlyList<RunningSession> sessions = [];
    private DateTimeOffset now;

    [Inject] public required GroupQuery Groups { get; init; }

    [Inject] public required ThreadQuery Threads { get; init; }

    [Inject] public required LiveSessionQuery Sessions { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Slug { get; set; }

    /// <summary>Only threads older than the one with this number.</summary>
    [SupplyParameterFromQuery] public string? Before { get; set; }

    /// <summary>When the list was begun, in milliseconds.</summary>
    [SupplyParameterFromQuery] public string? Since { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string Address => $"/groups/{group?.Slug}";

    private DateTimeOffset Begun => Before is not null && Since.AsNumber() is { } since && since < now.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(since) : now;

    // With fewer than the query gives at once there are no more; what is pinned comes besides.
    private string? Next => threads.Count(thread => thread.PinnedUntil is null) < ThreadQuery.ListSize
        ? null
        : $"{Address}?before={threads[^1].LastSequence}&since={Begun.ToUnixTimeMilliseconds()}#threads-head";

    protected override async Task OnInitializedAsync()
    {
        var (member, stop) = (Http.User.ToCurrentMember(), Http.RequestAborted);
        now = Time.GetUtcNow();
        group = await Groups.FindAsync(Slug, member, stop);
        if (group is null)
        {
            Navigation.NotFound();
            return;
        }

        shelf = await Groups.ShelfAsync(group, member, stop);
        comments = await Threads.CommentsPerReadingAsync(group.Id, member, stop);
        threads = await Threads.RecentAsync(group.Id, Before.AsNumber() is { } number ? new ThreadsBefore(number, Begun) : null, member, stop);
        sessions = await Sessions.RunningAsync(group.Id, member, stop);
        members = await Groups.MembersAsync(group, member, afterName: null, stop);
    }
}
