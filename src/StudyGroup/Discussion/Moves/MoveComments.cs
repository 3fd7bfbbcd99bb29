using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Moves;

/// <summary>A thread that begins with what is moved: about the same reading as a whole, or group talk.</summary>
public sealed record NewThread(string Title, bool IsTalk = false);

/// <summary>
/// Puts comments of one thread into another of its group, or into a new one. <paramref name="Key"/> is a UUID of the client; a retried request under it finds
/// the first answer. Where an answer goes without what it answers, it still says whom it answers.
/// </summary>
public sealed record MoveComments(Guid Key, Guid FromThreadId, IReadOnlyCollection<Guid> CommentIds)
{
    /// <summary>An existing thread.</summary>
    public Guid? ToThreadId { get; init; }

    /// <summary>Or one that is begun.</summary>
    public NewThread? ToNew { get; init; }

    /// <summary>Everybody who sees the thread reads it; may be empty.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>What was moved, for who takes it back, and where it is.</summary>
public sealed record MoveAnswer(Guid MoveId, Guid ThreadId);

public sealed class MoveCommentsHandler(WriteTransactions writes, Relocation relocation, IActTrail trail, TimeProvider time)
{
    /// <summary>How many go in one step.</summary>
    public const int Most = 500;

    /// <summary>Of two moderators who move the same comment at once, one does.</summary>
    public Task<Result<MoveAnswer>> HandleAsync(MoveComments request, CurrentMember moderator, CancellationToken cancellationToken) =>
        Check(request) is { } refusal
            ? Task.FromResult<Result<MoveAnswer>>(refusal)
            : writes.RunAsync<MoveAnswer>((db, ct) => MoveAsync(db, request, moderator, ct), cancellationToken);

    private static Error? Check(MoveComments request) =>
        request.Key == Guid.Empty || (request.ToThreadId is null) == (request.ToNew is null) ? Errors.NoMoveTarget
        : request.CommentIds.Count == 0 ? Errors.NothingToMove
        : request.CommentIds.Count > Most ? Errors.TooManyToMove(Most)
        : request.ToThreadId == request.FromThreadId ? Errors.SameThread
        : request.Reason.Length > TextLimits.Reason ? Error.TooLong("The reason", TextLimits.Reason)
        : !request.Reason.IsStorable() ? Error.Unreadable("The reason")
        : request.ToNew is not { } begun ? null
        : string.IsNullOrWhiteSpace(begun.Title) ? Errors.NoTitle
        : begun.Title.Length > TextLimits.ThreadTitle ? Error.TooLong("The title", TextLimits.ThreadTitle)
        : begun.Title.IsStorable() ? null
        : Error.Unreadable("The title");

    private async Task<Result<MoveAnswer>> MoveAsync(StudyGroupDbContext db, MoveComments request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        var groupId = await db.Threads().Where(thread => thread.Id == request.FromThreadId && !thread.IsPrivate).Select(thread => (Guid?)thread.GroupId).SingleOrDefaultAsync(cancellationToken);
        if (groupId is not { } group)
            return Error.NotFound;
        // The stream is locked from here on: what is read is what the last writer left, another move included.
        await EventLog.ReserveAsync(db, group, 0, cancellationToken);
        var asked = await db.AskAsync(group, moderator, Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (await db.CommentMoves().Where(move => move.ById == moderator.AccountId && move.IdempotencyKey == request.Key)
            .Select(move => new MoveAnswer(move.Id, move.ToThreadId)).SingleOrDefaultAsync(cancellationToken) is { } first)
            return first;

        var ids = request.CommentIds.ToHashSet();
        var comments = await db.Comments().AsNoTracking().Where(comment => ids.Contains(comment.Id) && comment.GroupId == group).OrderBy(comment => comment.Sequence).ToListAsync(cancellationToken);
        if (comments.Count != ids.Count)
            return Error.NotFound;
        if (comments.Exists(comment => comment.ThreadId != request.FromThreadId))
            return Errors.MovedAlready;
        var source = await db.Threads().SingleAsync(thread => thread.Id == request.FromThreadId, cancellationToken);
        var target = await TargetAsync(db, request, source, comments[0], cancellationToken);
        if (!target.Succeeded)
            return target.Error;

        var now = time.GetUtcNow();
        var move = new CommentMove
        {
            Id = Guid.CreateVersion7(now),
            GroupId = group,
            FromThreadId = source.Id,
            ToThreadId = target.Value.Id,
            ById = moderator.AccountId,
            At = now,
            IdempotencyKey = request.Key,
            Reason = request.Reason.Trim(),
            Comments = comments.Count,
            Place = comments[0].Sequence,
        };
        db.CommentMoves().Add(move);
        db.MovedComments().AddRange(comments.Select(comment => new MovedComment { CommentId = comment.Id, MoveId = move.Id }));
        await relocation.RunAsync(db, move.Id, source, target.Value, comments, moderator, cancellationToken);
        trail.Note(db, group, moderator, "comments.move", source.Id, move.Reason);
        return new MoveAnswer(move.Id, target.Value.Id);
    }

    private static async Task<Result<DiscussionThread>> TargetAsync(StudyGroupDbContext db, MoveComments request, DiscussionThread source, Comment first, CancellationToken cancellationToken)
    {
        if (request.ToThreadId is { } id)
            return await db.MoveTargets(source).SingleOrDefaultAsync(thread => thread.Id == id, cancellationToken) is { } known ? known : Error.NotFound;

        var reading = request.ToNew is { IsTalk: true } ? null : source.ReadingId;
        if (reading is { } whole && !await db.ShelfItems().AnyAsync(item => item.GroupId == source.GroupId && item.ReadingId == whole, cancellationToken))
            return Error.NotFound;

        // It is who began to speak of it that began it, at the time of their words; what a question was, it stays with its first comment.
        var begun = new DiscussionThread
        {
            Id = Guid.CreateVersion7(first.PostedAt),
            GroupId = source.GroupId,
            ReadingId = reading,
            StartedById = first.AuthorId,
            IsPrivate = false,
            IsQuestion = source.IsQuestion && first.Sequence == source.FirstSequence,
            Title = request.ToNew?.Title.Trim(),
            StartedAt = first.PostedAt,
        };
        db.Threads().Add(begun);
        await db.SaveChangesAsync(cancellationToken);
        return begun;
    }
}
