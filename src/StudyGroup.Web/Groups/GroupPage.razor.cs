using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups;

/// <summary>A group: its shelf, its newest threads, its members.</summary>
public sealed partial class GroupPage
{
    /// <summary>As many threads as the query gives at once: with fewer there are no more.</summary>
    private const int ThreadsAtOnce = 50;

    private GroupView? group;
    private IReadOnlyList<ShelfRow> shelf = [];
    private IReadOnlyDictionary<Guid, int> comments = new Dictionary<Guid, int>();
    private IReadOnlyList<ThreadRow> threads = [];
    private IReadOnlyList<MemberRow> members = [];
    private DateTimeOffset now;

    [Inject] public required GroupQuery Groups { get; init; }

    [Inject] public required ThreadQuery Threads { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Slug { get; set; }

    /// <summary>Only threads older than the one with this number.</summary>
    [SupplyParameterFromQuery] public string? Before { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string Address => $"/groups/{group?.Slug}";

    private string? Next => threads.Count < ThreadsAtOnce ? null : $"{Address}?before={threads[^1].LastSequence}#threads-head";

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
        threads = await Threads.RecentAsync(group.Id, Before.AsNumber(), member, stop);
        members = await Groups.MembersAsync(group, member, afterName: null, stop);
    }
}
