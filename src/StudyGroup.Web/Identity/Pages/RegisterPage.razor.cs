using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class RegisterPage
{
    private InvitationView? group;
    private bool isAllowed;
    private string? error;
    private string signInAddress = SignInCookie.SignInPath;

    [Inject] public required RegisterAccountHandler Registrations { get; init; }

    [Inject] public required InvitationQuery Invitations { get; init; }

    [Inject] public required IOptions<AccountOptions> Options { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery] public string? Invitation { get; set; }

    [SupplyParameterFromForm(FormName = "register")] public string? DisplayName { get; set; }

    [SupplyParameterFromForm(FormName = "register")] public string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "register")] public string? Password { get; set; }

    /// <summary>Filled in by the page's script; empty without it.</summary>
    [SupplyParameterFromForm(FormName = "register")] public string? TimeZone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!string.IsNullOrEmpty(Invitation) && await Invitations.FindAsync(Invitation, HttpContext.RequestAborted) is { IsUsable: true } found)
        {
            group = found;
            signInAddress = SignInAfter(null);
        }

        isAllowed = group is not null || Options.Value.OpenRegistration;
    }

    private async Task RegisterAsync()
    {
        var result = await Registrations.HandleAsync(
            new RegisterAccount(DisplayName ?? "", Email ?? "", Password ?? "", group is not null, HttpContext.Connection.RemoteIpAddress)
            {
                Habits = BrowserHabits.Of(CultureInfo.CurrentUICulture.Name, TimeZone),
            },
            HttpContext.RequestAborted);
        if (result.Succeeded)
        {
            // Not signed in at once: that would tell who had an account already.
            Navigation.NavigateTo(SignInAfter("registered"));
            return;
        }

        error = result.Error.Message;
        if (result.Error.Kind == ErrorKind.TooMany)
            HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    private string SignInAfter(string? step)
    {
        var query = new Dictionary<string, string?>();
        if (step is not null)
            query["after"] = step;
        if (group is not null)
            query["ReturnUrl"] = $"/invitations/{Uri.EscapeDataString(Invitation ?? "")}";
        return SignInCookie.SignInPath + QueryString.Create(query);
    }
}
