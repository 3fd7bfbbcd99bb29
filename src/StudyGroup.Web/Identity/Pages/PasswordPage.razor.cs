using Microsoft.AspNetCore.Components;
using StudyGroup.Identity;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class PasswordPage
{
    private string? error;

    [Inject] public required ChangePasswordHandler Changes { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "password")] public string? Present { get; set; }

    [SupplyParameterFromForm(FormName = "password")] public string? Next { get; set; }

    private async Task ChangeAsync()
    {
        var user = HttpContext.User;
        var result = await Changes.HandleAsync(
            new ChangePassword(Present ?? "", Next ?? "", user.HolderId() ?? Guid.Empty), user.ToCurrentMember(), HttpContext.RequestAborted);
        if (result.Succeeded)
        {
            await HttpContext.SignInMemberAsync(result.Value);
            Navigation.NavigateTo("/account?saved=password");
            return;
        }

        error = result.Error.Message;
        if (result.Error.Kind == ErrorKind.TooMany)
            HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }
}
