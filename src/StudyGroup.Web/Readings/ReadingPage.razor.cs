using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;
using StudyGroup.Web.Discussion;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Readings;

/// <summary>A reading in a group: its text as static HTML, readable before, without and after the islands.</summary>
public sealed partial class ReadingPage
{
    private ReadingView? reading;
    private EditionView? edition;
    private ReadingStop? stop;
    private CurrentMember member = new(Guid.Empty, "");

    [Inject] public required ReadingPageQuery Readings { get; init; }

    [Inject] public required EditionPages Editions { get; init; }

    [Inject] public required ThreadQuery Threads { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string GroupSlug { get; set; }

    [Parameter] public required string ReadingSlug { get; set; }

    /// <summary>The comment to open, from a link.</summary>
    [SupplyParameterFromQuery(Name = "comment")] public string? CommentId { get; set; }

    /// <summary>The mark that is to be put on other words, from a link.</summary>
    [SupplyParameterFromQuery] public string? Attach { get; set; }

    /// <summary>The mark to open, from a link.</summary>
    [SupplyParameterFromQuery] public string? Mark { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private Guid? OpenedComment => Guid.TryParse(CommentId, out var id) ? id : null;

    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    protected override async Task OnInitializedAsync()
    {
        member = Http.User.ToCurrentMember();
        reading = await Readings.FindAsync(GroupSlug, ReadingSlug, member, Http.RequestAborted);
        if (reading is null)
        {
            Navigation.NotFound();
            return;
        }

        // A link that was made before the comment was moved away from this text leads to where it is.
        if (OpenedComment is { } comment && await Threads.AddressAsync(comment, member, Http.RequestAborted) is { } place && !(place.IsOnPassage && place.ReadingId == reading.ReadingId))
        {
            Navigation.NavigateTo(place.ToAddress(comment));
            return;
        }

        var page = await Editions.GetAsync(reading.EditionId, reading.Language, Http.RequestAborted);
        edition = new EditionView(page);
        stop = reading.Last is { } last && last > 0 ? page.StopAt(last) : null;
    }
}
