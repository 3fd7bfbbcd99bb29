using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Moves;

/// <summary>Puts comments that were moved back where they were. What was answered to them since stays where it was written.</summary>
public sealed record UndoMove(Guid MoveId);

public sealed class UndoMoveHandler(WriteTransactions writes, Relocation relocation, IActTrail trail, TimeProvider time)
{
    /// <summary>Only as long as all of them are still where the move put them.</summary>
    public Task<Result> HandleAsync(UndoMove request, CurrentMember moderator, CancellationToken cancellationToken) =>
        writes.RunAsync((db, ct) => UndoAsync(db, request, moderator, ct), cancellationToken);

    private async Task<Result> UndoAsync(StudyGroupDbContext db, UndoMove request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        if (await db.CommentMoves().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.MoveId, cancellationToken) is not { } move)
            return Error.NotFound;
        await EventLog.ReserveAsync(db, move.GroupId, 0, cancellationToken);
        var asked = await db.AskAsync(move.GroupId, moderator, Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        var comments = await (
            from moved in db.MovedComments()
            where moved.MoveId == move.Id
            join comment in db.Comments() on moved.CommentId equals comment.Id
            orderby comment.Sequence
            select comment).AsNoTracking().ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await db.CommentMoves().Where(row => row.Id == move.Id && row.UndoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.UndoneAt, now), cancellationToken) == 0)
            return Errors.UndoneAlready;
        if (comments.Exists(comment => comment.ThreadId != move.ToThreadId))
            return Errors.MovedOn;
        var from = await db.Threads().SingleAsync(thread => thread.Id == move.FromThreadId, cancellationToken);
        if (!await db.StandingThreads().AnyAsync(thread => thread.Id == from.Id, cancellationToken))
            return Errors.PlaceGone;

        await relocation.RunAsync(db, move.Id, await db.Threads().SingleAsync(thread => thread.Id == move.ToThreadId, cancellationToken), from, comments, moderator, cancellationToken);
        trail.Note(db, move.GroupId, moderator, "comments.move-undo", from.Id, "");
        return Result.Success;
    }
}
