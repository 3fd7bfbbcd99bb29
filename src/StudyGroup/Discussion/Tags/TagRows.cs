using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;

namespace StudyGroup.Discussion.Tags;

/// <summary>A tag where a member may see it, with the place of its comment.</summary>
internal sealed class SeenTag
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required Guid AuthorId { get; init; }

    public required Guid? ReadingId { get; init; }

    public required Guid? AnnotationId { get; init; }
}

/// <summary>The rows of tags: how a comment gets them, and which of them a member may see.</summary>
internal static class TagRows
{
    public static void AddTags(this StudyGroupDbContext db, Guid commentId, Guid groupId, IEnumerable<Tag> tags) =>
        db.CommentTags().AddRange(tags.Select(tag => new CommentTag { CommentId = commentId, GroupId = groupId, Key = tag.Key, Name = tag.Name }));

    /// <summary>Runs in the transaction of who changes the comment.</summary>
    public static async Task TagAgainAsync(this StudyGroupDbContext db, Guid commentId, Guid groupId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        var had = await db.CommentTags().Where(row => row.CommentId == commentId).ToListAsync(cancellationToken);
        db.CommentTags().RemoveRange(had.Where(row => !tags.Any(tag => tag.Key == row.Key)));
        db.AddTags(commentId, groupId, tags.Where(tag => !had.Exists(row => row.Key == tag.Key)));
    }

    /// <summary>Of comments that are shown, in threads whose words are open to the member. What shows, counts or suggests a tag starts from here.</summary>
    public static IQueryable<SeenTag> TagsFor(this StudyGroupDbContext db, Guid groupId, Guid accountId) =>
        from tag in db.CommentTags()
        where tag.GroupId == groupId && db.ReadableGroups(accountId).Contains(tag.GroupId)
        join comment in db.Comments() on tag.CommentId equals comment.Id
        where comment.DeletedAt == null && comment.HiddenAt == null
        join thread in db.ThreadsOpenTo(accountId) on comment.ThreadId equals thread.Id
        where thread.AnnotationId == null || db.AnnotationsFor(accountId).Any(mark => mark.Id == thread.AnnotationId)
        select new SeenTag { Key = tag.Key, Name = tag.Name, AuthorId = comment.AuthorId, ReadingId = thread.ReadingId, AnnotationId = thread.AnnotationId };
}
