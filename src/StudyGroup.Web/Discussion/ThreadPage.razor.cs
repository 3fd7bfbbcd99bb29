using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Web.Identity;

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

    private string? PassageAddress => ReadingAddress is null ? null : $"{ReadingAddress}?comment={thread?.FirstCommentId}#{thread?.BlockKey}";

    private string Heading => thread switch
    {
        { Title: { } title } => title,
        { Paragraph: { } number } => Text[thread.IsQuestion ? "QuestionAt" : "CommentAt", number],
        { Quote: not null } => Text[thread.IsQuestion ? "QuestionAtHeading" : "CommentAtHeading"],
        { ReadingTitle: { } reading } => Text["OnReading", reading],
        _ => Text["GroupTalk"],
    };

    protected override async Task OnInitializedAsync()
    {
        now = Time.GetUtcNow();
        thread = await Threads.FindAsync(Id, Slug, Http.User.ToCurrentMember(), Http.RequestAborted);
        if (thread is null)
            Navigation.NotFound();
    }
}
