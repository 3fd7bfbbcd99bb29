using Microsoft.AspNetCore.Components;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity.Pages;

public sealed partial class AccountPage
{
    private string email = "";
    private string? error;
    private IReadOnlyList<string> zones = [];

    [Inject] public required EditProfileHandler Edits { get; init; }

    [Inject] public required ProfileQueries Profiles { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery] public string? Saved { get; set; }

    [SupplyParameterFromForm(FormName = "profile")] public string? DisplayName { get; set; }

    [SupplyParameterFromForm(FormName = "profile")] public string? TimeZone { get; set; }

    [SupplyParameterFromForm(FormName = "profile")] public string? Language { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var profile = await Profiles.FindAsync(HttpContext.User.ToCurrentMember().AccountId, HttpContext.RequestAborted);
        email = profile?.Email ?? "";
        DisplayName ??= profile?.DisplayName;
        TimeZone ??= profile?.TimeZone;
        Language ??= profile?.Language;
        zones = [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Append("UTC").Append(TimeZone ?? "UTC").Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task SaveAsync()
    {
        var result = await Edits.HandleAsync(
            new EditProfile(DisplayName ?? "", TimeZone ?? "", Language ?? ""), HttpContext.User.ToCurrentMember(), HttpContext.RequestAborted);
        if (result.Succeeded)
            Navigation.NavigateTo("/account?saved=profile");
        else
            error = result.Error.Message;
    }
}
