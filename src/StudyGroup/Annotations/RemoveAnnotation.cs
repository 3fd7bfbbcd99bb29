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
            var annotation = await db.AnnotationsFor(member.AccountId).AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.AnnotationId, ct);
            if (annotation is null || await db.AskAsync(annotation.GroupId, member, Permission.Read, ct) is { Succeeded: false })
                return Error.NotFound;
            if (annotation.AuthorId != member.AccountId)
                return Error.NotFound;
            if (annotation.Kind == AnnotationKind.Link)
                return Errors.EndOfLink;
            if (annotation.Kind != AnnotationKind.Highlight)
                return Errors.HasReplies;

            await events.AppendAsync(
                db,
                annotation.IsPrivate ? member.AccountId : annotation.GroupId,
                new NewEvent(AnnotationEvents.Removed, member.AccountId) { ReadingId = annotation.ReadingId, SubjectId = annotation.Id },
                ct);
            // The event has locked the stream: a suspension that was confirmed meanwhile holds, and of two requests at once one finds the mark.
            if (await db.AskAsync(annotation.GroupId, member, Permission.Read, ct) is { Succeeded: false })
                return Error.NotFound;
            var now = time.GetUtcNow();
            var removed = await db.Annotations().Where(row => row.Id == annotation.Id && row.RemovedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, now), ct);
            return removed == 1 ? Result.Success : Error.NotFound;
        },
        cancellationToken);
}
