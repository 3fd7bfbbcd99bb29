using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;

namespace StudyGroup.Discussion;

/// <summary>How rows become views. The caller has filtered the rows by what its member may see. Who starts a thread writes its first comment, so the one account serves both.</summary>
internal static class Projections
{
    public static IQueryable<CommentView> ViewsOf(this StudyGroupDbContext db, IQueryable<Comment> comments) =>
        from comment in comments
        join account in db.Users on comment.AuthorId equals account.Id
        orderby comment.Sequence
        select new CommentView(
            comment.Id,
            comment.ThreadId,
            comment.ParentId,
            comment.AuthorId,
            account.DisplayName,
            comment.DeletedAt == null && comment.HiddenAt == null ? comment.Html : null,
            comment.Version,
            comment.Sequence,
            comment.PostedAt,
            comment.EditedAt,
            comment.DeletedAt != null,
            comment.HiddenReason,
            (from reaction in db.Reactions()
             where reaction.CommentId == comment.Id
             join shown in db.Comments().Where(other => other.DeletedAt == null && other.HiddenAt == null) on reaction.CommentId equals shown.Id
             join who in db.Users on reaction.AccountId equals who.Id
             orderby reaction.Sequence
             select new ReactionView(reaction.Kind, who.Id, who.DisplayName)).ToList());

    /// <summary>Marks with their threads and first comments, in the order of the text.</summary>
    public static IQueryable<ThreadCard> CardsOf(this StudyGroupDbContext db, IQueryable<Annotation> marks) =>
        from mark in marks
        join account in db.Users on mark.AuthorId equals account.Id
        from thread in db.Threads().Where(thread => thread.AnnotationId == mark.Id).DefaultIfEmpty()
        from first in db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence).DefaultIfEmpty()
        orderby mark.StartPosition, mark.StartOffset, mark.Id
        select new ThreadCard(
            thread == null ? null : thread.Id,
            new MarkView(
                mark.Id, mark.EditionId, mark.Kind, mark.IsPrivate, mark.AuthorId, mark.StartBlock, mark.StartOffset, mark.StartPosition,
                mark.State == AnchorState.Found ? mark.EndBlock : mark.StartBlock,
                mark.State == AnchorState.Found ? mark.EndOffset : mark.StartOffset,
                mark.State == AnchorState.Found ? mark.EndPosition : mark.StartPosition)
            {
                State = mark.State,
            },
            mark.Quote,
            mark.Kind == AnnotationKind.Question,
            mark.IsPrivate,
            thread != null && thread.LockedAt != null,
            mark.AuthorId,
            account.DisplayName,
            mark.CreatedAt,
            thread == null ? mark.Sequence : thread.LastSequence,
            thread == null ? 0 : thread.CommentCount,
            first == null ? null : new CommentView(
                first.Id,
                first.ThreadId,
                first.ParentId,
                first.AuthorId,
                account.DisplayName,
                first.DeletedAt == null && first.HiddenAt == null ? first.Html : null,
                first.Version,
                first.Sequence,
                first.PostedAt,
                first.EditedAt,
                first.DeletedAt != null,
                first.HiddenReason,
                Array.Empty<ReactionView>()),
            thread == null ? null : new ThreadStanding(
                thread.AcceptedCommentId,
                db.Users.Where(person => person.Id == thread.AcceptedById).Select(person => person.DisplayName).FirstOrDefault(),
                thread.IsResolved,
                db.Users.Where(person => person.Id == thread.SettledById).Select(person => person.DisplayName).FirstOrDefault(),
                thread.SettledAt,
                thread.SettledReason));

    /// <summary>Threads that hang on no passage, newest first.</summary>
    public static IQueryable<ThreadCard> WholeReadingCardsOf(this StudyGroupDbContext db, IQueryable<DiscussionThread> threads) =>
        from thread in threads
        join account in db.Users on thread.StartedById equals account.Id
        from first in db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence).DefaultIfEmpty()
        orderby thread.LastSequence descending
        select new ThreadCard(
            thread.Id,
            null,
            null,
            thread.IsQuestion,
            thread.IsPrivate,
            thread.LockedAt != null,
            thread.StartedById,
            account.DisplayName,
            thread.StartedAt,
            thread.LastSequence,
            thread.CommentCount,
            first == null ? null : new CommentView(
                first.Id,
                first.ThreadId,
                first.ParentId,
                first.AuthorId,
                account.DisplayName,
                first.DeletedAt == null && first.HiddenAt == null ? first.Html : null,
                first.Version,
                first.Sequence,
                first.PostedAt,
                first.EditedAt,
                first.DeletedAt != null,
                first.HiddenReason,
                Array.Empty<ReactionView>()),
            new ThreadStanding(
                thread.AcceptedCommentId,
                db.Users.Where(person => person.Id == thread.AcceptedById).Select(person => person.DisplayName).FirstOrDefault(),
                thread.IsResolved,
                db.Users.Where(person => person.Id == thread.SettledById).Select(person => person.DisplayName).FirstOrDefault(),
                thread.SettledAt,
                thread.SettledReason));
}
