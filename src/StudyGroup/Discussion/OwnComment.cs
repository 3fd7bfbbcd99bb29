using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Finds a comment that its author wants to change, and asks everything that must be asked before: membership now, authorship, lock.</summary>
public sealed class OwnComment(IDbContextFactory<StudyGroupDbContext> contexts, EventLog events)
{
    /// <summary>Where the comment stands, when its author may change it.</summary>
    public async Task<Result<CommentPlace>> PlaceAsync(Guid commentId, CurrentMember author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(db, commentId, author, cancellationToken);
        return found.Succeeded ? new CommentPlace(found.Value.Thread.GroupId, found.Value.Thread.ReadingId) : found.Error;
    }

    /// <summary>
    /// Appends the event first, which locks the stream: what is read after it is what the last writer left, rights included.
    /// </summary>
    public async Task<Result<OwnedComment>> LockAsync(StudyGroupDbContext db, Guid commentId, string eventKind, CurrentMember author, CancellationToken cancellationToken)
    {
        var thread = await (
            from comment in db.Comments()
            where comment.Id == commentId
            join row in db.ThreadsFor(author.AccountId) on comment.ThreadId equals row.Id
            select new { row.Id, row.GroupId, row.ReadingId, row.IsPrivate }).SingleOrDefaultAsync(cancellationToken);
        if (thread is null)
            return Error.NotFound;

        await events.AppendAsync(
            db,
            thread.IsPrivate ? author.AccountId : thread.GroupId,
            new NewEvent(eventKind, author.AccountId) { ReadingId = thread.ReadingId, ThreadId = thread.Id, SubjectId = commentId },
            cancellationToken);
        var found = await FindAsync(db, commentId, author, cancellationToken);
        return found.Succeeded && found.Value.Thread.Id != thread.Id ? Errors.MovedMeanwhile : found;
    }

    private static async Task<Result<OwnedComment>> FindAsync(StudyGroupDbContext db, Guid commentId, CurrentMember author, CancellationToken cancellationToken)
    {
        var comment = await db.Comments().SingleOrDefaultAsync(row => row.Id == commentId, cancellationToken);
        var thread = comment is null ? null : await db.ThreadsFor(author.AccountId).SingleOrDefaultAsync(row => row.Id == comment.ThreadId, cancellationToken);
        if (comment is null || thread is null)
            return Error.NotFound;

        var asked = await db.AskAsync(thread.GroupId, author, thread.IsPrivate ? Permission.Read : Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        return comment.AuthorId != author.AccountId ? Errors.NotYours
            : thread.LockedAt is not null ? Errors.Locked
            : new OwnedComment(comment, thread);
    }
}

/// <summary>Group and reading of a comment.</summary>
public sealed record CommentPlace(Guid GroupId, Guid? ReadingId);

/// <summary>A comment that its author may change now, and its thread.</summary>
public sealed record OwnedComment(Comment Comment, DiscussionThread Thread);
