using StudyGroup.Annotations;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;

namespace StudyGroup.Discussion.Notebooks;

/// <summary>Where the entries come from: marks with their comments, and threads that hang on no mark. Both ask what the member may see, and leave out what waits for their own note.</summary>
internal static class NotebookRows
{
    public static IQueryable<NotebookRow> OnPassages(StudyGroupDbContext db, NotebookRequest asked, Guid accountId) =>
        from mark in db.AnnotationsFor(accountId)
        where mark.GroupId == asked.GroupId && db.ReadableGroups(accountId).Contains(mark.GroupId)
            && (asked.ReadingId == null || mark.ReadingId == asked.ReadingId)
            && !db.ClosedThreads().Any(closed => closed.AnnotationId == mark.Id && closed.AccountId == accountId)
        from thread in db.Threads().Where(thread => thread.AnnotationId == mark.Id).DefaultIfEmpty()
        from comment in db.Comments().Where(comment => comment.ThreadId == thread.Id).DefaultIfEmpty()
        where (asked.PersonId == null || (comment == null ? mark.AuthorId : comment.AuthorId) == asked.PersonId)
            && (asked.Tag == null || db.CommentTags().Any(tag => tag.CommentId == comment!.Id && tag.Key == asked.Tag))
        join author in db.Users on comment == null ? mark.AuthorId : comment.AuthorId equals author.Id
        join reading in db.Readings() on mark.ReadingId equals reading.Id
        from item in db.ShelfItems().Where(item => item.GroupId == mark.GroupId && item.ReadingId == mark.ReadingId).DefaultIfEmpty()
        from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
        join membership in db.Memberships() on new { mark.GroupId, AccountId = author.Id } equals new { membership.GroupId, membership.AccountId } into memberships
        from joined in memberships.DefaultIfEmpty()
        select new NotebookRow
        {
            Id = comment == null ? mark.Id : comment.Id,
            ThreadId = thread == null ? null : thread.Id,
            ReadingSlug = item == null ? null : item.Slug,
            ReadingTitle = reading.Title,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            Kind = mark.Kind,
            IsPrivate = mark.IsPrivate,
            IsReply = comment != null && comment.Sequence != thread!.FirstSequence,
            IsGone = comment != null && (comment.DeletedAt != null || comment.HiddenAt != null),
            ThreadTitle = null,
            Quote = mark.Quote,
            Block = mark.StartBlock,
            Paragraph = block == null ? null : block.Number,
            Html = comment == null ? null : comment.Html,
            Shelf = item == null ? NotebookRow.Nowhere : item.Position,
            Position = mark.StartPosition,
            Offset = mark.StartOffset,
            Root = mark.Id,
            Sequence = comment == null ? mark.Sequence : comment.Sequence,
            At = comment == null ? mark.CreatedAt : comment.PostedAt,
            JoinedAt = joined == null ? DateTimeOffset.UnixEpoch : joined.JoinedAt,
        };

    public static IQueryable<NotebookRow> OnNone(StudyGroupDbContext db, NotebookRequest asked, Guid accountId) =>
        from thread in db.ThreadsOpenTo(accountId)
        where thread.GroupId == asked.GroupId && thread.AnnotationId == null && db.ReadableGroups(accountId).Contains(thread.GroupId)
            && (asked.ReadingId == null || thread.ReadingId == asked.ReadingId)
        join comment in db.Comments() on thread.Id equals comment.ThreadId
        where (asked.PersonId == null || comment.AuthorId == asked.PersonId)
            && (asked.Tag == null || db.CommentTags().Any(tag => tag.CommentId == comment.Id && tag.Key == asked.Tag))
        join author in db.Users on comment.AuthorId equals author.Id
        from reading in db.Readings().Where(reading => reading.Id == thread.ReadingId).DefaultIfEmpty()
        from item in db.ShelfItems().Where(item => item.GroupId == thread.GroupId && item.ReadingId == thread.ReadingId).DefaultIfEmpty()
        join membership in db.Memberships() on new { thread.GroupId, AccountId = comment.AuthorId } equals new { membership.GroupId, membership.AccountId } into memberships
        from joined in memberships.DefaultIfEmpty()
        select new NotebookRow
        {
            Id = comment.Id,
            ThreadId = thread.Id,
            ReadingSlug = item == null ? null : item.Slug,
            ReadingTitle = reading == null ? null : reading.Title,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            Kind = null,
            IsPrivate = thread.IsPrivate,
            IsReply = comment.Sequence != thread.FirstSequence,
            IsGone = comment.DeletedAt != null || comment.HiddenAt != null,
            ThreadTitle = thread.Title,
            Quote = null,
            Block = null,
            Paragraph = null,
            Html = comment.Html,
            Shelf = item == null ? NotebookRow.Nowhere : item.Position,
            Position = NotebookRow.Nowhere,
            Offset = 0,
            Root = thread.Id,
            Sequence = comment.Sequence,
            At = comment.PostedAt,
            JoinedAt = joined == null ? DateTimeOffset.UnixEpoch : joined.JoinedAt,
        };
}
