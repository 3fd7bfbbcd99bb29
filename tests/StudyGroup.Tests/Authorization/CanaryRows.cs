using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Links;
using StudyGroup.Discussion.Moves;
using StudyGroup.Discussion.Notebooks;
using StudyGroup.Discussion.Sections;
using StudyGroup.Discussion.Tags;
using StudyGroup.Groups;
using StudyGroup.Groups.Importing;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Notifications;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>Every read of the core that answers a member, under the name of its method.</summary>
internal static class CanaryRows
{
    public delegate Task<object?> Read(Stage stage, CanaryIds ids, CurrentMember member);

    public static IReadOnlyDictionary<string, Read> All { get; } = new Dictionary<string, Read>
    {
        ["BookmarkQuery.InThreadAsync"] = async (stage, ids, member) => await stage.Get<BookmarkQuery>().InThreadAsync(ids.ThreadId, member, Cancellation),
        ["BookmarkQuery.ListAsync"] = async (stage, _, member) => await stage.Get<BookmarkQuery>().ListAsync(null, member, Cancellation),
        ["CarryOverQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<CarryOverQuery>().FindAsync(ids.GroupSlug, ids.ReadingSlug, null, member, Cancellation),
        ["CarryOverQuery.MarksAsync"] = async (stage, ids, member) => await stage.Get<CarryOverQuery>().MarksAsync(await OldCarryOverAsync(stage, ids), CarryOutcome.Kept, null, member, Cancellation),
        ["CitationQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<CitationQuery>().FindAsync(ids.GroupSlug, ids.ReadingSlug, "b2", member, Cancellation),
        ["DifferenceQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<DifferenceQuery>().FindAsync(ids.GroupSlug, ids.ReadingSlug, null, null, member, Cancellation),
        ["DraftQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<DraftQuery>().FindAsync(member, ids.DraftKey, Cancellation),
        ["DraftQuery.ListAsync"] = async (stage, _, member) => await stage.Get<DraftQuery>().ListAsync(member, Cancellation),
        ["EditionImageQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<EditionImageQuery>().FindAsync(ids.EditionId, CanaryScene.ImageHash, member, Cancellation),
        ["EditionsQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<EditionsQuery>().FindAsync(ids.GroupSlug, ids.ReadingSlug, member, Cancellation),
        ["GroupQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<GroupQuery>().FindAsync(ids.GroupSlug, member, Cancellation),
        ["GroupQuery.MembersAsync"] = async (stage, ids, member) => await stage.Get<GroupQuery>().MembersAsync(ids.OldView, member, null, Cancellation),
        ["GroupQuery.ShelfAsync"] = async (stage, ids, member) => await stage.Get<GroupQuery>().ShelfAsync(ids.OldView, member, Cancellation),
        ["HomeQuery.ListAsync"] = async (stage, _, member) => await stage.Get<HomeQuery>().ListAsync(member, Cancellation),
        ["ImportForecastQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<ImportForecastQuery>().FindAsync(await OldReviewAsync(stage, ids), null, isNew: false, member, Cancellation),
        ["ImportImageQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<ImportImageQuery>().FindAsync(ids.ImportId, CanaryScene.DraftImageHash, member, Cancellation),
        ["ImportReviewQuery.FindAsync"] = async (stage, ids, member) => (await stage.Get<ImportReviewQuery>().FindAsync(ids.ImportId, member, Cancellation)).Value,
        ["ImportReviewQuery.GroupsAsync"] = async (stage, _, member) => await stage.Get<ImportReviewQuery>().GroupsAsync(member, Cancellation),
        ["ImportReviewQuery.ListAsync"] = async (stage, _, member) => await stage.Get<ImportReviewQuery>().ListAsync(null, member, Cancellation),
        ["InvitationQuery.FindAsync"] = async (stage, ids, _) => await stage.Get<InvitationQuery>().FindAsync(ids.GroupId.ToString(), Cancellation),
        ["IssueQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<IssueQuery>().FindAsync(ids.GroupSlug, ids.ReadingId, member, Cancellation),
        ["LibraryQuery.ListAsync"] = async (stage, _, member) => await stage.Get<LibraryQuery>().ListAsync(member, null, Cancellation),
        ["LiveSessionQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<LiveSessionQuery>().FindAsync(ids.GroupId, ids.ReadingId, member, Cancellation),
        ["LiveSessionQuery.RunningAsync"] = async (stage, ids, member) => await stage.Get<LiveSessionQuery>().RunningAsync(ids.GroupId, member, Cancellation),
        ["LinkPlaceQuery.FindAsync"] = async (stage, ids, member) => (await stage.Get<LinkPlaceQuery>().FindAsync(ids.GroupId, ids.ReadingId, "¶1", member, Cancellation)).Value,
        ["LinkQuery.OfMarksAsync"] = async (stage, ids, member) => await stage.Get<LinkQuery>().OfMarksAsync(ids.GroupId, await LinkMarksAsync(stage), member, Cancellation),
        ["LinkStartQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<LinkStartQuery>().FindAsync(ids.GroupId, member, Cancellation),
        ["MarginQuery.AuthorsAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().AuthorsAsync(ids.GroupId, ids.ReadingId, 50, member, Cancellation),
        ["MarginQuery.CardAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().CardAsync(ids.GroupId, ids.ReadingId, ids.AnnotationId, member, Cancellation),
        ["MarginQuery.CardsAfterAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().CardsAfterAsync(ids.GroupId, ids.ReadingId, Beginning, member, Cancellation),
        ["MarginQuery.CardsAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().CardsAsync(ids.GroupId, ids.ReadingId, 0, member, Cancellation),
        ["MarginQuery.CardsOfAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().CardsOfAsync(ids.GroupId, ids.ReadingId, [ids.AnnotationId], member, Cancellation),
        ["MarginQuery.MarksAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().MarksAsync(ids.GroupId, ids.ReadingId, member, Cancellation),
        ["MarginQuery.WholeReadingAsync"] = async (stage, ids, member) => await stage.Get<MarginQuery>().WholeReadingAsync(ids.GroupId, ids.ReadingId, member, Cancellation),
        ["MentionQuery.SuggestAsync"] = async (stage, ids, member) => await stage.Get<MentionQuery>().SuggestAsync(ids.GroupId, ids.ReadingId, "", member, Cancellation),
        ["MoveQuery.PointersAsync"] = async (stage, ids, member) => await stage.Get<MoveQuery>().PointersAsync(ids.ThreadId, member, Cancellation),
        ["MoveQuery.PreviewAsync"] = async (stage, ids, member) => await stage.Get<MoveQuery>().PreviewAsync(
            new MoveComments(Guid.CreateVersion7(), ids.ThreadId, [ids.CommentId]) { ToNew = new NewThread("Anew") }, member, Cancellation),
        ["MoveQuery.TargetsAsync"] = async (stage, ids, member) => await stage.Get<MoveQuery>().TargetsAsync(ids.ThreadId, "", member, Cancellation),
        ["NotesQuery.CountAsync"] = async (stage, ids, member) => await stage.Get<NotesQuery>().CountAsync(ids.GroupId, ids.ReadingId, member, Cancellation),
        ["NotebookQuery.ListAsync"] = async (stage, ids, member) => await stage.Get<NotebookQuery>().ListAsync(new NotebookRequest(ids.GroupId), member, Cancellation),
        ["NotificationQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<NotificationQuery>().FindAsync(ids.NotificationId, member, Cancellation),
        ["NotificationQuery.ListAsync"] = async (stage, _, member) => await stage.Get<NotificationQuery>().ListAsync(null, member, Cancellation),
        ["NotificationQuery.UnreadAsync"] = async (stage, _, member) => await stage.Get<NotificationQuery>().UnreadAsync(member, Cancellation),
        ["ParagraphQuery.SuggestAsync"] = async (stage, ids, member) => await stage.Get<ParagraphQuery>().SuggestAsync(ids.GroupId, ids.ReadingId, null, member, Cancellation),
        ["ReadingPageQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<ReadingPageQuery>().FindAsync(ids.GroupSlug, ids.ReadingSlug, member, Cancellation),
        ["RevisionQuery.ListAsync"] = async (stage, ids, member) => await stage.Get<RevisionQuery>().ListAsync(ids.CommentId, member, Cancellation),
        ["SectionQuery.ListAsync"] = async (stage, ids, member) => await stage.Get<SectionQuery>().ListAsync(ids.GroupId, ids.ReadingId, member, Cancellation),
        ["TagQuery.ListAsync"] = async (stage, ids, member) => await stage.Get<TagQuery>().ListAsync(ids.GroupId, null, null, member, Cancellation),
        ["TagQuery.MarksAsync"] = async (stage, ids, member) => await stage.Get<TagQuery>().MarksAsync(ids.GroupId, ids.ReadingId, "egrettag", member, Cancellation),
        ["TagQuery.OnPassagesAsync"] = async (stage, ids, member) => await stage.Get<TagQuery>().OnPassagesAsync(ids.GroupId, ids.ReadingId, 30, member, Cancellation),
        ["TagQuery.SuggestAsync"] = async (stage, ids, member) => await stage.Get<TagQuery>().SuggestAsync(ids.GroupId, "", member, Cancellation),
        ["ThreadQuery.AddressAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().AddressAsync(ids.CommentId, member, Cancellation),
        ["ThreadQuery.CommentAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().CommentAsync(ids.CommentId, member, Cancellation),
        ["ThreadQuery.CommentsAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().CommentsAsync(ids.ThreadId, 0, member, Cancellation),
        ["ThreadQuery.CommentsBeforeAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().CommentsBeforeAsync(ids.ThreadId, long.MaxValue, member, Cancellation),
        ["ThreadQuery.CommentsPerReadingAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().CommentsPerReadingAsync(ids.GroupId, member, Cancellation),
        ["ThreadQuery.FindAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().FindAsync(ids.ThreadId, null, member, Cancellation),
        ["ThreadQuery.SourceAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().SourceAsync(ids.CommentId, member, Cancellation),
        ["ThreadQuery.MarkOfAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().MarkOfAsync(ids.ThreadId, member, Cancellation),
        ["ThreadQuery.ReadingOfAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().ReadingOfAsync(ids.ThreadId, member, Cancellation),
        ["ThreadQuery.RecentAsync"] = async (stage, ids, member) => await stage.Get<ThreadQuery>().RecentAsync(ids.GroupId, null, member, Cancellation),
        ["UnreadQuery.KnownAsync"] = async (stage, ids, member) => await stage.Get<UnreadQuery>().KnownAsync(ids.ThreadId, member, Cancellation),
        ["UnreadQuery.InReadingAsync"] = async (stage, ids, member) => await stage.Get<UnreadQuery>().InReadingAsync(ids.GroupId, ids.ReadingId, member, Cancellation),
        ["UnreadQuery.InThreadAsync"] = async (stage, ids, member) => await stage.Get<UnreadQuery>().InThreadAsync(ids.ThreadId, member, Cancellation),
        ["UnreadQuery.InThreadsAsync"] = async (stage, ids, member) => await stage.Get<UnreadQuery>().InThreadsAsync([ids.ThreadId], member, Cancellation),
    };

    private static MarkView Beginning => new(default, default, AnnotationKind.Highlight, false, default, "", 0, -1, "", 0, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the page of a moderator would still hold.</summary>
    private static async Task<CarryOverView> OldCarryOverAsync(Stage stage, CanaryIds ids) =>
        await stage.Get<CarryOverQuery>().FindAsync(ids.GroupSlug, ids.ReadingSlug, null, stage.Owner, Cancellation)
        ?? new CarryOverView(
            new ShelvedText(ids.OldView, ids.ReadingId, ids.ReadingSlug, "", "en", ids.EditionId), new CarryOverRow(Guid.CreateVersion7(), 1, 1, 2, null, default, false), CarryCounts.From([]), true, true);

    private static async Task<IReadOnlyCollection<Guid>> LinkMarksAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.Annotations().Where(mark => mark.Kind == AnnotationKind.Link).Select(mark => mark.Id).ToListAsync(Cancellation);
    }

    private static async Task<ImportReview> OldReviewAsync(Stage stage, CanaryIds ids)
    {
        var found = await stage.Get<ImportReviewQuery>().FindAsync(ids.ImportId, stage.Owner, Cancellation);
        return found.Succeeded
            ? found.Value
            : new ImportReview(
                new ImportRow(ids.ImportId, "", "", "", 0, "", default, null), 1, 0,
                new EditedDocument(new ImportedDocument("", "", null, []), new HashSet<int>(), []));
    }
}
