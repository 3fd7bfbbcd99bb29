using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Groups;

/// <summary>Shows an invitation to whoever holds its link; joining takes a button, so that a link preview uses nothing up.</summary>
public sealed partial class InvitationPage
{
    /// <summary>Null when there is nothing to join: unknown, expired and used-up links look the same.</summary>
    private InvitationView? invitation;

    private bool isSignedIn;

    [Inject] public required InvitationQuery Invitations { get; init; }

    [Inject] public required RedeemInvitationHandler Redeem { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Token { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string SignInAddress => "/account/sign-in" + QueryString.Create("returnUrl", $"/invitations/{Uri.EscapeDataString(Token)}");

    private string RegisterAddress => "/account/register" + QueryString.Create("invitation", Token);

    protected override async Task OnInitializedAsync()
    {
        isSignedIn = Http.User.FindMember() is not null;
        invitation = await Invitations.FindAsync(Token, Http.RequestAborted) is { IsUsable: true } usable ? usable : null;
    }

    private async Task JoinAsync()
    {
        if (Http.User.FindMember() is not { } member)
        {
            Navigation.NavigateTo(SignInAddress);
            return;
        }

        var joined = await Redeem.HandleAsync(new RedeemInvitation(Token), member, Http.RequestAborted);
        if (joined.Succeeded)
            Navigation.NavigateTo($"/groups/{joined.Value}");
        else
            invitation = null;
    }
}
