using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Shared;

namespace StudyGroup.Web.Groups;

/// <summary>What an owner or a moderator can do about one member.</summary>
public sealed partial class ManageMember
{
    [Inject] public required ChangeRoleHandler ChangeRole { get; init; }

    [Inject] public required SuspendMemberHandler Suspend { get; init; }

    [Inject] public required ReinstateMemberHandler Reinstate { get; init; }

    [Inject] public required RemoveMemberHandler Remove { get; init; }

    [Parameter, EditorRequired] public required GroupView Group { get; set; }

    [Parameter, EditorRequired] public required MemberRow Row { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Me { get; set; }

    [Parameter, EditorRequired] public required string CloseHref { get; set; }

    [Parameter] public EventCallback<MemberChange> OnDone { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "role")] public Role? NewRole { get; set; }

    [SupplyParameterFromForm(FormName = "suspend")] public string? Reason { get; set; }

    [SupplyParameterFromForm(FormName = "remove")] public bool IsSure { get; set; }

    private async Task ChangeRoleAsync()
    {
        var role = NewRole ?? Row.Role;
        var changed = await ChangeRole.HandleAsync(new ChangeRole(Group.Id, Row.AccountId, role), Me, Http.RequestAborted);
        await OnDone.InvokeAsync(MemberChange.Of(changed, Text["RoleChanged", Row.Name, Text[$"Role{role}"]]));
    }

    private async Task SuspendAsync()
    {
        var suspended = await Suspend.HandleAsync(new SuspendMember(Group.Id, Row.AccountId, Reason ?? ""), Me, Http.RequestAborted);
        await OnDone.InvokeAsync(MemberChange.Of(suspended, Text["Suspended", Row.Name]));
    }

    private async Task ReinstateAsync()
    {
        var reinstated = await Reinstate.HandleAsync(new ReinstateMember(Group.Id, Row.AccountId), Me, Http.RequestAborted);
        await OnDone.InvokeAsync(MemberChange.Of(reinstated, Text["Reinstated", Row.Name]));
    }

    private async Task RemoveAsync()
    {
        if (!IsSure)
        {
            await OnDone.InvokeAsync(new MemberChange(Text["ConfirmFirst"], IsRefused: true));
            return;
        }

        var removed = await Remove.HandleAsync(new RemoveMember(Group.Id, Row.AccountId), Me, Http.RequestAborted);
        await OnDone.InvokeAsync(MemberChange.Of(removed, Text["Removed", Row.Name]));
    }
}
