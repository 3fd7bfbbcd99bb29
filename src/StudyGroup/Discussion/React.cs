using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Puts a reaction to a comment or takes it back: the wish says how it shall be, so that a second click of the same wish changes nothing.</summary>
public sealed record React(Guid CommentId, ReactionKind Kind, bool IsOn);

public sealed class ReactHandler(WriteTransactions writes, EventLog events)
{
    public async Task<Result> HandleAsync(React request, CurrentMember member, CancellationToken cancellationToken)
    {
        var done = await writes.RunAsync((db, ct) => SetAsync(db, request, member, ct), cancellationToken);
        return done.Error == Errors.Unchanged ? Result.Success : done;
    }

    private async Task<Result> SetAsync(StudyGroupDbContext db, React request, CurrentMember member, CancellationToken cancellationToken)
    {
        var place = await (
            from comment in db.Comments()
            where comment.Id == request.CommentId
            join thread in db.Threads() on comment.ThreadId equals thread.Id
            where !thread.IsPrivate
            select new { thread.Id, thread.GroupId, thread.ReadingId }).SingleOrDefaultAsync(cancellationToken);
        if (place is null)
            return Error.NotFound;

        // The event locks the stream, and what is read after it is what the last writer left; where nothing is to change, the event goes with the rest.
        var sequence = await events.AppendAsync(
            db,
            place.GroupId,
            new NewEvent(DiscussionEvents.CommentReacted, member.AccountId) { ReadingId = place.ReadingId, ThreadId = place.Id, SubjectId = request.CommentId },
            cancellationToken);
        var asked = await db.AskAsync(place.GroupId, member, Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (!await db.Comments().AnyAsync(comment => comment.Id == request.CommentId && comment.ThreadId == place.Id, cancellationToken))
            return Errors.MovedMeanwhile;
        if (await db.Threads().AnyAsync(thread => thread.Id == place.Id && thread.LockedAt != null, cancellationToken))
            return Errors.Locked;
        if (await db.RefusalAsync(request.CommentId, member, request.IsOn, cancellationToken) is { } refusal)
            return refusal;

        var own = db.Reactions().Where(reaction => reaction.CommentId == request.CommentId && reaction.AccountId == member.AccountId && reaction.Kind == request.Kind);
        if (!request.IsOn)
            return await own.ExecuteDeleteAsync(cancellationToken) == 1 ? Result.Success : Errors.Unchanged;
        if (await own.AnyAsync(cancellationToken))
            return Errors.Unchanged;
        db.Reactions().Add(new Reaction { CommentId = request.CommentId, AccountId = member.AccountId, Kind = request.Kind, Sequence = sequence });
        return Result.Success;
    }
}
