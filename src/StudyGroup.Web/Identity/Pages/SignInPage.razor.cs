using Microsoft.AspNetCore.Components;
using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class SignInPage
{
    private string? notice;
    private string? error;
    private IReadOnlyList<string> demonstration = [];

    [Inject] public required SignInHandler SignIns { get; init; }

    [Inject] public required EndSessionHandler Endings { get; init; }

    [Inject] public required ProfileQueries Profiles { get; init; }

    [Inject] public required IHostEnvironment Environment { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    /// <summary>What brought them here: "registered" or "password".</summary>
    [SupplyParameterFromQuery] public string? After { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")] public string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")] public string? Password { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.FindMember() is not null)
        {
            Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl));
            return;
        }

        notice = After switch
        {
            "registered" => Text["AfterRegistered"].Value,
            "password" => Text["AfterPassword"].Value,
            _ => null,
        };
        if (Environment.IsDevelopment())
            demonstration = await Profiles.ExistingAsync(DemonstrationAccounts.Emails, HttpContext.RequestAborted);
    }

    private async Task SignInAsync()
    {
        notice = null;
        var result = await SignIns.HandleAsync(new SignIn(Email ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress), HttpContext.RequestAborted);
        if (!result.Succeeded)
        {
            error = result.Error.Message;
            if (result.Error.Kind == ErrorKind.TooMany)
                HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        // A new session for a new sign-in: what was in this browser before is worth nothing from here on.
        if (HttpContext.User.HolderId() is { } earlier)
            await Endings.HandleAsync(new EndSession(HttpContext.User.AccountId(), earlier), HttpContext.RequestAborted);
        await HttpContext.SignInMemberAsync(result.Value);
        Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl));
    }
}
