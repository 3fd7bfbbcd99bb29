using StudyGroup.Annotations;
using StudyGroup.Persistence;

namespace StudyGroup.Discussion;

/// <summary>How rows become views. The caller has filtered the rows by what its member may see.</summary>
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
             select new ReactionView(reaction.Kind, who.Id, who.DisplayName)).ToList())
        {
            AnswersName = (from parent in db.Comments()
                           where parent.Id == comment.ParentId && parent.ThreadId != comment.ThreadId
                           join who in db.Users on parent.AuthorId equals who.Id
                           select who.DisplayName).FirstOrDefault(),
            ParentName = (from parent in db.Comments()
                          where parent.Id == comment.ParentId && parent.ThreadId == comment.ThreadId
                          join who in db.Users on parent.AuthorId equals who.Id
                          select who.DisplayName).FirstOrDefault(),
        };

    /// <summary>Marks with their threads and first comments, in the order of the text.</summary>
    public static IQueryable<ThreadCard> CardsOf(this StudyGroupDbContext db, IQueryable<Annotation> marks) =>
        (from mark in marks
         join author in db.Users on mark.AuthorId equals author.Id
         from thread in db.Threads().Where(thread => thread.AnnotationId == mark.Id).DefaultIfEmpty()
         from first in db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence).DefaultIfEmpty()
         from firstAuthor in db.Users.Where(person => person.Id == first.AuthorId).DefaultIfEmpty()
         from accepter in db.Users.Where(person => person.Id == thread.AcceptedById).DefaultIfEmpty()
         from settler in db.Users.Where(person => person.Id == thread.SettledById).DefaultIfEmpty()
         orderby mark.StartPosition, mark.StartOffset, mark.Id
         select new CardRow { Mark = mark, Author = author, Thread = thread, First = first, FirstAuthor = firstAuthor, Accepter = accepter, Settler = settler }).Select(CardRow.Card);

    /// <summary>Threads that hang on no passage, newest first.</summary>
    public static IQueryable<ThreadCard> WholeReadingCardsOf(this StudyGroupDbContext db, IQueryable<DiscussionThread> threads) =>
        (from thread in threads
         join author in db.Users on thread.StartedById equals author.Id
         from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
         from first in db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence).DefaultIfEmpty()
         from firstAuthor in db.Users.Where(person => person.Id == first.AuthorId).DefaultIfEmpty()
         from accepter in db.Users.Where(person => person.Id == thread.AcceptedById).DefaultIfEmpty()
         from settler in db.Users.Where(person => person.Id == thread.SettledById).DefaultIfEmpty()
         orderby thread.LastSequence descending
         select new CardRow { Mark = mark, Author = author, Thread = thread, First = first, FirstAuthor = firstAuthor, Accepter = accepter, Settler = settler }).Select(CardRow.Card);
}
