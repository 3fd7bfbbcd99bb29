using StudyGroup.Annotations;
using StudyGroup.Persistence;

namespace StudyGroup.Discussion.Moves;

/// <summary>Between which threads comments can be moved.</summary>
internal static class MoveRelations
{
    /// <summary>The groups' threads, without notes to oneself and without what was published and taken back.</summary>
    public static IQueryable<DiscussionThread> StandingThreads(this StudyGroupDbContext db) => db.Threads().Where(thread =>
        !thread.IsPrivate && (thread.AnnotationId == null || db.Annotations().Any(mark => mark.Id == thread.AnnotationId && mark.RemovedAt == null)));

    /// <summary>The other threads of the same group.</summary>
    public static IQueryable<DiscussionThread> MoveTargets(this StudyGroupDbContext db, DiscussionThread source) =>
        db.StandingThreads().Where(thread => thread.GroupId == source.GroupId && thread.Id != source.Id);

    /// <summary>Comments that were elsewhere when the member read them: not new to them wherever they are.</summary>
    public static IQueryable<Guid> ReadElsewhere(this StudyGroupDbContext db, Guid accountId) =>
        from moved in db.MovedComments()
        join visit in db.MoveVisits() on moved.MoveId equals visit.MoveId
        join comment in db.Comments() on moved.CommentId equals comment.Id
        where visit.AccountId == accountId && visit.Seen >= comment.Sequence
        select moved.CommentId;
}
