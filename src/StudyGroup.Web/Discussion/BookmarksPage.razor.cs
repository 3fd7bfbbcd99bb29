using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>The comments that the member keeps, each with the way to its place.</summary>
public sealed partial class BookmarksPage
{
    private const int LongestExcerpt = 280;

    private IReadOnlyList<BookmarkRow> rows = [];
    private DateTimeOffset now;
    private string? refusal;

    [Inject] public required BookmarkQuery Bookmarks { get; init; }

    [Inject] public required BookmarkCommentHandler Bookmark { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>Only what was kept before the one with this number.</summary>
    [SupplyParameterFromQuery] public string? Before { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string? Next => rows.Count < BookmarkQuery.PageSize ? null : $"/bookmarks?before={rows[^1].Sequence}";

    // Rows of a later page are also shown on an earlier one, and their forms are known on their own page alone.
    private string Here => Before.AsNumber() is { } before ? $"/bookmarks?before={before}" : "/bookmarks";

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string AddressOf(BookmarkRow row) => row is { ReadingSlug: { } slug, IsOnPassage: true }
        ? $"/groups/{row.GroupSlug}/readings/{slug}?comment={row.CommentId}"
        : $"/groups/{row.GroupSlug}/threads/{row.ThreadId}?comment={row.CommentId}#c-{row.CommentId}";

    private string PlaceOf(BookmarkRow row) => row switch
    {
        { ReadingTitle: { } reading, Paragraph: { } number } => Text["InReadingAt", reading, number],
        { ThreadTitle: { } title } => Text["InThread", title],
        { ReadingTitle: { } reading } => Text["InReading", reading],
        _ => Text["InGroupTalk"],
    };

    private async Task LoadAsync()
    {
        now = Time.GetUtcNow();
        rows = await Bookmarks.ListAsync(Before.AsNumber(), Http.User.ToCurrentMember(), Http.RequestAborted);
    }

    private async Task DropAsync(Guid commentId)
    {
        var done = await Bookmark.HandleAsync(new BookmarkComment(commentId, IsOn: false), Http.User.ToCurrentMember(), Http.RequestAborted);
        refusal = done.Error?.Message;
        await LoadAsync();
    }
}
