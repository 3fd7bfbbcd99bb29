using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>This comment answers the question of its thread. Another one that was accepted before no longer does.</summary>
public sealed record AcceptAnswer(Guid CommentId);

public sealed class AcceptAnswerHandler(IDbContextFactory<StudyGroupDbContext> contexts, ThreadDecision decision, TimeProvider time)
{
    /// <summary>Accepting the same comment twice changes nothing.</summary>
    public async Task<Result> HandleAsync(AcceptAnswer request, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var reads = await contexts.CreateDbContextAsync(cancellationToken);
        var threadId = await reads.Comments().Where(comment => comment.Id == request.CommentId)
            .Select(comment => comment.ThreadId).SingleOrDefaultAsync(cancellationToken);
        return await decision.DecideAsync(
            threadId,
            request.CommentId,
            act: null,
            member,
            async (db, thread, ct) =>
            {
                var comment = await db.Comments().AsNoTracking().SingleAsync(row => row.Id == request.CommentId, ct);
                if (comment.ThreadId != thread.Id)
                    return Errors.MovedMeanwhile;
                if (!thread.IsQuestion)
                    return Errors.NoQuestion;
                if (comment.Sequence == thread.FirstSequence)
                    return Errors.QuestionItself;
                if (!comment.IsShown)
                    return Errors.Gone;
                return thread.Accept(comment.Id, member.AccountId, time.GetUtcNow()) ? null : Errors.Unchanged;
            },
            cancellationToken);
    }
}
