using System.Globalization;
using Microsoft.AspNetCore.Components;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class SetupPage
{
    private string? error;

    [Inject] public required SetupLink Link { get; init; }

    [Inject] public required SetUpOwnerHandler SetUps { get; init; }

    [Inject] public required SignInHandler SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [Parameter] public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] public string? DisplayName { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] public string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] public string? Password { get; set; }

    /// <summary>Filled in by the page's script; empty without it.</summary>
    [SupplyParameterFromForm(FormName = "setup")] public string? TimeZone { get; set; }

    private async Task SetUpAsync()
    {
        var owner = await SetUps.HandleAsync(
            new SetUpOwner(Token ?? "", DisplayName ?? "", Email ?? "", Password ?? "") { Habits = BrowserHabits.Of(CultureInfo.CurrentUICulture.Name, TimeZone) },
            HttpContext.RequestAborted);
        if (!owner.Succeeded)
        {
            error = owner.Error.Message;
            return;
        }

        var session = await SignIns.StartAsync(owner.Value.Id, owner.Value.SecurityStamp ?? "", HttpContext.RequestAborted);
        if (session.Succeeded)
            await HttpContext.SignInMemberAsync(session.Value);
        Navigation.NavigateTo("/");
    }
}
