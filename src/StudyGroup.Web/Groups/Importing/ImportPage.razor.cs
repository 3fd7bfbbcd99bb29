using Microsoft.AspNetCore.Components;
using StudyGroup.Groups.Importing;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups.Importing;

/// <summary>Where files come in, and what is being made of them.</summary>
public sealed partial class ImportPage
{
    private readonly List<string> refusals = [];
    private IReadOnlyList<ImportGroup> groups = [];
    private IReadOnlyList<ImportRow> rows = [];
    private DateTimeOffset now;

    [Inject] public required ImportReviewQuery Imports { get; init; }

    [Inject] public required ReceiveImportHandler Receive { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>The group to begin with, by its address.</summary>
    [SupplyParameterFromQuery(Name = "group")] public string? Slug { get; set; }

    [SupplyParameterFromQuery] public string? Before { get; set; }

    [SupplyParameterFromForm(FormName = "files")] public Guid? Group { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string? Next => rows.Count < ImportReviewQuery.PageSize ? null : $"/import?before={rows[^1].Id}";

    protected override async Task OnInitializedAsync()
    {
        now = Time.GetUtcNow();
        groups = await Imports.GroupsAsync(Http.User.ToCurrentMember(), Http.RequestAborted);
        await ListAsync();
    }

    private async Task ListAsync() => rows = await Imports.ListAsync(Before.AsId(), Http.User.ToCurrentMember(), Http.RequestAborted);

    /// <summary>Without a script all files come in one request.</summary>
    private async Task ReceiveAsync()
    {
        Guid? only = null;
        foreach (var file in Http.Request.Form.Files)
        {
            var received = await Receive.HandleAsync(
                new ReceiveImport(Group ?? Guid.Empty, file.FileName, await file.BytesAsync(Http.RequestAborted)), Http.User.ToCurrentMember(), Http.RequestAborted);
            if (received.Succeeded)
                only = received.Value;
            else
                refusals.Add($"{file.FileName}: {received.Error.Message}");
        }

        if (refusals.Count == 0 && only is { } draft && Http.Request.Form.Files.Count == 1)
            Navigation.NavigateTo($"/import/{draft}");
        else
            await ListAsync();
    }
}
