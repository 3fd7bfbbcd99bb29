using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Groups;

/// <summary>How a group reads a text of its shelf, for who decides it.</summary>
public sealed partial class ShelfItemPage
{
    private ReadingView? reading;
    private bool isOn;
    private bool opensByReading;
    private string? said;
    private bool isRefused;

    [Inject] public required ReadingPageQuery Readings { get; init; }

    [Inject] public required SetOwnNoteFirstHandler SetOwnNoteFirst { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Slug { get; set; }

    [Parameter] public required string ReadingSlug { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "shelf-item")] public bool OwnNoteFirst { get; set; }

    [SupplyParameterFromForm(FormName = "shelf-item")] public bool OpensByReading { get; set; }

    private string GroupAddress => $"/groups/{reading?.Group.Slug}";

    private string ReadingAddress => $"{GroupAddress}/readings/{reading?.Slug}";

    protected override async Task OnInitializedAsync()
    {
        reading = await Readings.FindAsync(Slug, ReadingSlug, Http.User.ToCurrentMember(), Http.RequestAborted);
        if (reading?.Group.Allows(Permission.Moderate) != true)
        {
            reading = null;
            Navigation.NotFound();
            return;
        }

        (isOn, opensByReading) = (reading.OwnNoteFirst, reading.OpensByReading);
    }

    private async Task SaveAsync()
    {
        if (reading is null)
            return;

        var done = await SetOwnNoteFirst.HandleAsync(new SetOwnNoteFirst(reading.Group.Id, reading.ReadingId, OwnNoteFirst) { OpensByReading = OpensByReading }, Http.User.ToCurrentMember(), Http.RequestAborted);
        isRefused = !done.Succeeded;
        (isOn, opensByReading) = done.Succeeded ? (OwnNoteFirst, OwnNoteFirst && OpensByReading) : (isOn, opensByReading);
        said = done.Error?.Message ?? Text["ShelfItemSaved"];
    }
}
