using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Shared;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Groups;

/// <summary>Who is in the group, and what the member may do about it.</summary>
public sealed partial class MembersPage
{
    /// <summary>As many as the query gives at once: with fewer there are no more.</summary>
    private const int MembersAtOnce = 500;

    private GroupView? group;
    private IReadOnlyList<MemberRow> members = [];
    private CurrentMember me = new(Guid.Empty, "");
    private DateTimeOffset now;
    private string? note;
    private bool isRefused;

    [Inject] public required GroupQuery Groups { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Slug { get; set; }

    /// <summary>Only members whose name comes after this one.</summary>
    [SupplyParameterFromQuery] public string? After { get; set; }

    /// <summary>The member whose row is open.</summary>
    [SupplyParameterFromQuery(Name = "member")] public string? Managed { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string Address => $"/groups/{group?.Slug}/members";

    private string? Next => members.Count < MembersAtOnce ? null : $"{Address}?after={Uri.EscapeDataString(members[^1].Name)}";

    protected override async Task OnInitializedAsync()
    {
        me = Http.User.ToCurrentMember();
        now = Time.GetUtcNow();
        group = await Groups.FindAsync(Slug, me, Http.RequestAborted);
        if (group is null)
            Navigation.NotFound();
        else
            members = await Groups.MembersAsync(group, me, After, Http.RequestAborted);
    }

    /// <summary>The same rule as the core's: owners act on everybody, moderators on who stands below them, nobody on themselves.</summary>
    private bool MayManage(MemberRow row) => group is not null
        && row.AccountId != me.AccountId
        && group.Allows(Permission.Moderate)
        && (group.Allows(Permission.Own) || row.Role > group.MyRole);

    private string? ManageHref(MemberRow row) => MayManage(row) ? $"{Address}?member={row.AccountId}#m-{row.AccountId}" : null;

    private async Task DoneAsync(MemberChange change)
    {
        (note, isRefused) = (change.Note, change.IsRefused);
        if (group is not null)
            members = await Groups.MembersAsync(group, me, After, Http.RequestAborted);
    }

    private void Refuse(string sentence) => (note, isRefused) = (sentence, true);
}
