using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Groups;

/// <summary>My groups; for strangers, what this place is.</summary>
public sealed partial class Home
{
    /// <summary>Null for a stranger.</summary>
    private IReadOnlyList<GroupCard>? groups;

    [Inject] public required HomeQuery Groups { get; init; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Http.User.FindMember() is { } member)
            groups = await Groups.ListAsync(member, Http.RequestAborted);
    }
}
