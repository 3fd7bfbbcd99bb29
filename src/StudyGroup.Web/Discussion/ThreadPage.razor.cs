using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>A thread on a page of its own: what it is about, and below it the posts.</summary>
public sealed partial class ThreadPage
{
    private ThreadView? thread;
    private DateTimeOffset now;

    [Inject] public required ThreadQuery Threads { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Slug { get; set; }

    [Parameter] public required Guid Id { get; set; }

    /// <summary>The comment to go to.</summary>
    [SupplyParameterFromQuery] public string? Comment { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string GroupAddress => $"/groups/{thread?.Group.Slug}";

    private string? ReadingAddress => thread?.ReadingSlug is null ? null : $"{GroupAddress}/readings/{thread.ReadingSlug}";

    private string? PassageAddress => ReadingAddress is null ? null : $"{ReadingAddress}{(thread?.FirstCommentId is { } first ? $"?comment={first}" : "")}#{thread?.BlockKey}";

    private string Heading => thread is null ? "" : Text.Heading(thread.Title, thread.Quote, thread.Paragraph, thread.ReadingTitle, thread.IsQuestion);

    protected override async Task OnInitializedAsync()
    {
        now = Time.GetUtcNow();
        thread = await Threads.FindAsync(Id, Slug, Http.User.ToCurrentMember(), Http.RequestAborted);
        if (thread is null)
        {
            Navigation.NotFound();
            return;
        }

        // A link that was made before the post was moved leads to where it is.
        if (Comment.AsId() is { } id && await Threads.AddressAsync(id, Http.User.ToCurrentMember(), Http.RequestAborted) is { } place && place.ThreadId != Id)
            Navigation.NavigateTo(place.ToAddress(id));
    }
}
