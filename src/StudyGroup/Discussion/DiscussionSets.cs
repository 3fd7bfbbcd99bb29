using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Moves;
using StudyGroup.Discussion.Sections;
using StudyGroup.Discussion.Tags;
using StudyGroup.Persistence;

namespace StudyGroup.Discussion;

/// <summary>What this area stores.</summary>
public static class DiscussionSets
{
    public static DbSet<DiscussionThread> Threads(this StudyGroupDbContext db) => db.Set<DiscussionThread>();

    public static DbSet<Comment> Comments(this StudyGroupDbContext db) => db.Set<Comment>();

    public static DbSet<Revision> Revisions(this StudyGroupDbContext db) => db.Set<Revision>();

    public static DbSet<Mention> Mentions(this StudyGroupDbContext db) => db.Set<Mention>();

    public static DbSet<CommentTag> CommentTags(this StudyGroupDbContext db) => db.Set<CommentTag>();

    public static DbSet<Reaction> Reactions(this StudyGroupDbContext db) => db.Set<Reaction>();

    public static DbSet<Bookmark> Bookmarks(this StudyGroupDbContext db) => db.Set<Bookmark>();

    public static DbSet<ThreadVisit> ThreadVisits(this StudyGroupDbContext db) => db.Set<ThreadVisit>();

    public static DbSet<OpenedSection> OpenedSections(this StudyGroupDbContext db) => db.Set<OpenedSection>();

    public static DbSet<Publication> Publications(this StudyGroupDbContext db) => db.Set<Publication>();

    public static DbSet<PublishedNote> PublishedNotes(this StudyGroupDbContext db) => db.Set<PublishedNote>();

    public static DbSet<CommentMove> CommentMoves(this StudyGroupDbContext db) => db.Set<CommentMove>();

    public static DbSet<MovedComment> MovedComments(this StudyGroupDbContext db) => db.Set<MovedComment>();

    public static DbSet<MoveVisit> MoveVisits(this StudyGroupDbContext db) => db.Set<MoveVisit>();

    public static DbSet<Draft> Drafts(this StudyGroupDbContext db) => db.Set<Draft>();

    /// <summary>The threads that <paramref name="accountId"/> may see, given that it may read their group: the group's, and its own notes.</summary>
    public static IQueryable<DiscussionThread> ThreadsFor(this StudyGroupDbContext db, Guid accountId) =>
        db.Threads().Where(thread => !thread.IsPrivate || thread.StartedById == accountId);

    /// <summary>Those of them whose words it may see as well. What shows, finds or sends a comment starts from here.</summary>
    public static IQueryable<DiscussionThread> ThreadsOpenTo(this StudyGroupDbContext db, Guid accountId) =>
        db.ThreadsFor(accountId).Where(thread => !db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == accountId));
}
