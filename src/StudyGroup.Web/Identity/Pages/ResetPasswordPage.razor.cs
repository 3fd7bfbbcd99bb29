using Microsoft.AspNetCore.Components;
using StudyGroup.Identity;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class ResetPasswordPage
{
    private Account? account;
    private string? error;

    [Inject] public required PasswordLinks Links { get; init; }

    [Inject] public required SetPasswordHandler Passwords { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery] public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "reset")] public string? Password { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var link = await Links.ReadAsync(Token, HttpContext.RequestAborted);
        account = link.Value;
        error = link.Error?.Message;
    }

    private async Task SetAsync()
    {
        var result = await Passwords.HandleAsync(new SetPassword(Token ?? "", Password ?? ""), HttpContext.RequestAborted);
        if (result.Succeeded)
            Navigation.NavigateTo(SignInCookie.SignInPath + "?after=password");
        else
            error = result.Error.Message;
    }
}
