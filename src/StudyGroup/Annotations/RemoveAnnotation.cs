using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Annotations;

/// <summary>Takes one's own highlight away.</summary>
public sealed record RemoveAnnotation(Guid AnnotationId);

public sealed class RemoveAnnotationHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>A mark that carries a comment goes with its comment, not by this.</summary>
    public Task<Result> HandleAsync(RemoveAnnotation request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var annotation = await db.AnnotationsFor(member.AccountId).SingleOrDefaultAsync(row => row.Id == request.AnnotationId, ct);
            if (annotation is null || await db.AskAsync(annotation.GroupId, member, Permission.Read, ct) is { Succeeded: false })
                return Error.NotFound;
            if (annotation.AuthorId != member.AccountId)
                return Error.NotFound;
            if (annotation.Kind != AnnotationKind.Highlight)
                return Errors.HasReplies;

            annotation.Remove(time.GetUtcNow());
            await events.AppendAsync(
                db,
                annotation.IsPrivate ? member.AccountId : annotation.GroupId,
                new NewEvent(AnnotationEvents.Removed, member.AccountId) { ReadingId = annotation.ReadingId, SubjectId = annotation.Id },
                ct);
            return Result.Success;
        },
        cancellationToken);
}
