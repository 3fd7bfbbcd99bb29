using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Web.Groups;

/// <summary>Makes an invitation and shows its link, once.</summary>
public sealed partial class InviteForm
{
    private string? link;
    private string? refusal;

    [Inject] public required CreateInvitationHandler Invitations { get; init; }

    [Inject] public required SiteAddress Site { get; init; }

    [Parameter, EditorRequired] public required GroupView Group { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Me { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "invite"), AllowNull] public Form Input { get => field ??= new(); set; }

    private async Task CreateAsync()
    {
        var made = await Invitations.HandleAsync(new CreateInvitation(Group.Id, Input.Role, Input.Uses, Input.Days), Me, Http.RequestAborted);
        link = made.Succeeded ? Site.Of($"/invitations/{made.Value}") : null;
        refusal = made.Error?.Message;
    }

    public sealed class Form
    {
        public Role Role { get; set; } = Role.Participant;

        public int Uses { get; set; } = 1;

        public int Days { get; set; } = 14;
    }
}
