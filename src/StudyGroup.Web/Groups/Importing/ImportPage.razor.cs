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

    [Inject] public required ReceiveUploadHandler Receive { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>The group to begin with, by its address.</summary>
    [SupplyParameterFromQuery(Name = "group")] public string? Slug { get; set; }

    [SupplyParameterFromQuery] public string? Before { get; set; }

    [SupplyParameterFromForm(FormName = "files")] public Guid? Group { get; set; }

    [SupplyParameterFromForm(FormName = "files")] public bool Chapters { get; set; }

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
        var drafts = new List<Guid>();
        foreach (var file in Http.Request.Form.Files)
        {
            await using var stream = file.OpenReadStream();
            var received = await Receive.HandleAsync(new ReceiveUpload(Group ?? Guid.Empty, file.FileName, stream, Chapters), Http.User.ToCurrentMember(), Http.RequestAborted);
            if (received.Succeeded)
                await NoteAsync(received.Value, drafts);
            else
                refusals.Add($"{file.FileName}: {received.Error.Message}");
        }

        if (refusals.Count == 0 && drafts is [var only])
            Navigation.NavigateTo($"/import/{only}");
        else
            await ListAsync();
    }

    private async Task NoteAsync(IAsyncEnumerable<ReceivedFile> files, List<Guid> drafts)
    {
        await foreach (var (name, draft, _) in files)
        {
            if (draft.Succeeded)
                drafts.Add(draft.Value);
            else
                refusals.Add($"{name}: {draft.Error.Message}");
        }
    }
}
