using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Keeps a comment for oneself, or keeps it no longer. A second click of the same wish changes nothing.</summary>
public sealed record BookmarkComment(Guid CommentId, bool IsOn);

public sealed class BookmarkCommentHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    public async Task<Result> HandleAsync(BookmarkComment request, CurrentMember member, CancellationToken cancellationToken)
    {
        var done = await writes.RunAsync((db, ct) => SetAsync(db, request, member, ct), cancellationToken);
        return done.Error == Errors.Unchanged ? Result.Success : done;
    }

    private async Task<Result> SetAsync(StudyGroupDbContext db, BookmarkComment request, CurrentMember member, CancellationToken cancellationToken)
    {
        var place = await (
            from comment in db.Comments()
            where comment.Id == request.CommentId
            join thread in db.ThreadsFor(member.AccountId) on comment.ThreadId equals thread.Id
            select new { thread.Id, thread.GroupId, thread.ReadingId }).SingleOrDefaultAsync(cancellationToken);
        if (place is null)
            return Error.NotFound;

        // The member's own stream: their other pages follow, and nobody else hears of it.
        var sequence = await events.AppendAsync(
            db,
            member.AccountId,
            new NewEvent(DiscussionEvents.BookmarkChanged, member.AccountId) { ReadingId = place.ReadingId, ThreadId = place.Id, SubjectId = request.CommentId },
            cancellationToken);
        var asked = await db.AskAsync(place.GroupId, member, Permission.Read, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        var own = db.Bookmarks().Where(bookmark => bookmark.AccountId == member.AccountId && bookmark.CommentId == request.CommentId);
        if (!request.IsOn)
            return await own.ExecuteDeleteAsync(cancellationToken) == 1 ? Result.Success : Errors.Unchanged;
        if (await own.AnyAsync(cancellationToken))
            return Errors.Unchanged;
        if (await db.RefusalAsync(request.CommentId, member, isOn: true, cancellationToken) is { } refusal)
            return refusal;
        db.Bookmarks().Add(new Bookmark { AccountId = member.AccountId, CommentId = request.CommentId, Sequence = sequence, At = time.GetUtcNow() });
        return Result.Success;
    }
}
