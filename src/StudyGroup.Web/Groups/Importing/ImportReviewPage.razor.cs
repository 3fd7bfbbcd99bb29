using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Groups.Importing;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Readings;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups.Importing;

/// <summary>One file on its way to the shelf: what was found in it, the text as it will look, and everything an editor can change.</summary>
public sealed partial class ImportReviewPage
{
    /// <summary>The word in the address for a reading of its own.</summary>
    internal const string IsNew = "new";

    private ImportReview? review;
    private ReadingDraft? draft;
    private EditionView? preview;
    private ImportForecast? forecast;
    private int place;
    private int? block;
    private string? note;

    [Inject] public required ImportReviewQuery Imports { get; init; }

    [Inject] public required ImportForecastQuery Forecasts { get; init; }

    [Inject] public required EditImportHandler Edit { get; init; }

    [Inject] public required PublishImportHandler Publish { get; init; }

    [Inject] public required DiscardImportHandler Discard { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public Guid DraftId { get; set; }

    /// <summary>The reading that is shown, from 1.</summary>
    [SupplyParameterFromQuery] public string? Reading { get; set; }

    /// <summary>The block that is worked on, by its key.</summary>
    [SupplyParameterFromQuery] public string? Block { get; set; }

    /// <summary>"all" for the certain repairs too.</summary>
    [SupplyParameterFromQuery] public string? Show { get; set; }

    /// <summary>What the editor says it is: "new", or the reading that it is a text of.</summary>
    [SupplyParameterFromQuery] public string? As { get; set; }

    [SupplyParameterFromForm(FormName = "back", Name = "Version")] public int BackVersion { get; set; }

    [SupplyParameterFromForm(FormName = "publish", Name = "Version")] public int PublishVersion { get; set; }

    [SupplyParameterFromForm(FormName = "publish", Name = "As")] public string? PublishAs { get; set; }

    [SupplyParameterFromForm(FormName = "discard")] public bool IsSure { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private CurrentMember Me => Http.User.ToCurrentMember();

    private string Address => $"/import/{DraftId}";

    private string Here => AddressOf(place);

    private string Published => (Changing, review?.Edited.Published.Readings.Count ?? 0) switch
    {
        ([{ As: ImportedAs.NewEdition } line], _) => Text["PublishEdition", line.Edition],
        ([_], _) or ([], 1) => Text["PublishOne"],
        ({ Count: > 0 } changing, _) => Text["Publish", changing.Count],
        (_, var count) => Text["Publish", count],
    };

    /// <summary>What is new to the group; a text that it has already stays as it is.</summary>
    private IReadOnlyList<ForecastLine> Changing => forecast is null ? [] : [.. forecast.Lines.Where(line => line.As != ImportedAs.Known)];

    /// <summary>What can be done with the chapters of a book.</summary>
    private ImportEditKind? Chapters => review is not { Edited.Document.HasChapters: true } ? null : review.Edited.IsByChapters ? ImportEditKind.AsOneReading : ImportEditKind.ByChapters;

    /// <summary>Who wrote it, where and when it was printed, as far as that was found.</summary>
    private static string Printed(ReadingDraft draft) =>
        string.Join(" · ", new[] { string.Join(", ", draft.Authors), draft.Publication, draft.Date }.Where(part => !string.IsNullOrEmpty(part)));

    protected override Task OnInitializedAsync() => LoadAsync();

    private string AddressOf(int reading) => $"{Address}?reading={reading + 1}{(string.IsNullOrEmpty(As) ? "" : $"&as={Uri.EscapeDataString(As)}")}";

    private async Task LoadAsync()
    {
        var found = await Imports.FindAsync(DraftId, Me, Http.RequestAborted);
        if (!found.Succeeded)
        {
            Navigation.NotFound();
            return;
        }

        review = found.Value;
        forecast = review.Row.PublishedAt is null ? await Forecasts.FindAsync(review, As.AsId(), As == IsNew, Me, Http.RequestAborted) : null;
        if (review.Readings.Count == 0)
            return;

        place = (int)Math.Clamp((Reading.AsNumber() ?? 1) - 1, 0, review.Readings.Count - 1);
        draft = review.Readings[place];
        var page = ReadingPreview.Of(draft, ImportEndpoints.Pictures(DraftId));
        preview = new EditionView(page);
        block = page.Blocks.Index().Where(address => address.Item.Key == Block).Select(address => (int?)address.Index).FirstOrDefault();
    }

    private async Task StepAsync(EditImport step) => await AfterAsync(await Edit.HandleAsync(step with { DraftId = DraftId }, Me, Http.RequestAborted));

    private async Task TakeBackAsync() => await AfterAsync(await Edit.HandleAsync(new EditImport(DraftId, BackVersion, Edit: null), Me, Http.RequestAborted));

    private async Task AfterAsync(Result<int> changed)
    {
        note = changed.Error?.Message;
        await LoadAsync();
    }

    private async Task PublishAsync()
    {
        var request = new PublishImport(DraftId, PublishVersion) { ReadingId = PublishAs.AsId(), IsNew = PublishAs == IsNew };
        var published = await Publish.HandleAsync(request, Me, Http.RequestAborted);
        if (published.Succeeded && review is not null)
            Navigation.NavigateTo(AfterPublishing(published.Value, $"/groups/{review.Row.GroupSlug}"));
        note = published.Error?.Message;
    }

    /// <summary>A new edition is looked at where its marks are listed.</summary>
    private static string AfterPublishing(IReadOnlyList<ImportedReading> published, string group) => published.Where(reading => reading.As == ImportedAs.NewEdition).ToList() switch
    {
        [var changed] => $"{group}/readings/{changed.Slug}/carried",
        _ when published is [var only] => $"{group}/readings/{only.Slug}",
        _ => group,
    };

    private async Task DiscardAsync()
    {
        if (!IsSure)
            return;

        var discarded = await Discard.HandleAsync(new DiscardImport(DraftId), Me, Http.RequestAborted);
        if (discarded.Succeeded)
            Navigation.NavigateTo("/import");
        note = discarded.Error?.Message;
    }
}
