using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Groups;

/// <summary>A form for a new group.</summary>
public sealed partial class NewGroup
{
    private string? refusal;

    [Inject] public required CreateGroupHandler CreateGroup { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "new-group"), AllowNull] public Form Input { get => field ??= new(); set; }

    private async Task CreateAsync()
    {
        var created = await CreateGroup.HandleAsync(new CreateGroup(Input.Name ?? "", Input.Description ?? ""), Http.User.ToCurrentMember(), Http.RequestAborted);
        if (created.Succeeded)
            Navigation.NavigateTo($"/groups/{created.Value.Slug}");
        else
            refusal = created.Error.Message;
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Description { get; set; }
    }
}
