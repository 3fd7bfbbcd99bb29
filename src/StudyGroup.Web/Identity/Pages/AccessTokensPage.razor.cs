using Microsoft.AspNetCore.Components;
using StudyGroup.Identity;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class AccessTokensPage
{
    private static readonly int[] DayChoices = [90, 30, 365];

    private IReadOnlyList<AccessTokenRow> tokens = [];
    private NewAccessToken? made;
    private string? error;

    [Inject] public required CreateAccessTokenHandler Creations { get; init; }

    [Inject] public required RevokeAccessTokenHandler Revocations { get; init; }

    [Inject] public required ProfileQueries Profiles { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "token")] public string? TokenName { get; set; }

    [SupplyParameterFromForm(FormName = "token")] public string? Scope { get; set; }

    [SupplyParameterFromForm(FormName = "token")] public int Days { get; set; }

    [SupplyParameterFromForm(FormName = "token")] public string? Password { get; set; }

    private CurrentMember Member => HttpContext.User.ToCurrentMember();

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => tokens = await Profiles.AccessTokensAsync(Member.AccountId, HttpContext.RequestAborted);

    private async Task MakeAsync()
    {
        DateTimeOffset? expires = Days > 0 ? Time.GetUtcNow().AddDays(Math.Min(Days, 3650)) : null;
        var result = await Creations.HandleAsync(
            new CreateAccessToken(TokenName ?? "", Scope == "write", expires, Password ?? ""), Member, HttpContext.RequestAborted);
        if (!result.Succeeded)
        {
            error = result.Error.Message;
            if (result.Error.Kind == ErrorKind.TooMany)
                HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        made = result.Value;
        TokenName = null;
        await LoadAsync();
    }

    private async Task RevokeAsync(Guid id)
    {
        await Revocations.HandleAsync(new RevokeAccessToken(id), Member, HttpContext.RequestAborted);
        Navigation.NavigateTo("/account/tokens");
    }
}
