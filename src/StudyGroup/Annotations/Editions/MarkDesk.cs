using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>A mark on the desk of who may decide where it stands, with its row in the newest carry-over where it has one.</summary>
internal sealed record MarkOnDesk(Annotation Mark, CarriedMark? Carried, Guid EditionId);

/// <summary>Asks who may say where a mark stands: its author, and for a mark of the group a moderator. A private mark is nobody else's business.</summary>
public sealed class MarkDesk(EventLog events)
{
    /// <summary>Locks text and stream, tells that the mark changes, and reads it as the last writer left it.</summary>
    internal async Task<Result<MarkOnDesk>> TakeAsync(StudyGroupDbContext db, Guid annotationId, CurrentMember member, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(db, annotationId, member, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        var (groupId, readingId, isPrivate) = asked.Value;
        if (await db.ShareTextAsync(readingId, cancellationToken) is not { } current)
            return Error.NotFound;
        await events.AppendAsync(
            db,
            isPrivate ? member.AccountId : groupId,
            new NewEvent(AnnotationEvents.Added, member.AccountId) { ReadingId = readingId, SubjectId = annotationId },
            cancellationToken);

        asked = await AskAsync(db, annotationId, member, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        var mark = await db.Annotations().SingleAsync(row => row.Id == annotationId, cancellationToken);
        var newest = await db.NewestCarryOverAsync(readingId, cancellationToken);
        var carried = newest is null ? null : await db.CarriedMarks().SingleOrDefaultAsync(row => row.CarryOverId == newest.Id && row.AnnotationId == annotationId, cancellationToken);
        return new MarkOnDesk(mark, carried, current);
    }

    /// <summary>Whether the member may decide about the mark, and where it belongs.</summary>
    internal static async Task<Result<(Guid GroupId, Guid ReadingId, bool IsPrivate)>> AskAsync(
        StudyGroupDbContext db, Guid annotationId, CurrentMember member, CancellationToken cancellationToken)
    {
        var mark = await db.AnnotationsFor(member.AccountId).AsNoTracking()
            .Where(row => row.Id == annotationId)
            .Select(row => new { row.GroupId, row.ReadingId, row.IsPrivate, row.AuthorId }).SingleOrDefaultAsync(cancellationToken);
        if (mark is null)
            return Error.NotFound;

        var permission = mark.IsPrivate ? Permission.Read : mark.AuthorId == member.AccountId ? Permission.Discuss : Permission.Moderate;
        var asked = await db.AskAsync(mark.GroupId, member, permission, cancellationToken);
        return asked.Succeeded ? (mark.GroupId, mark.ReadingId, mark.IsPrivate) : asked.Error;
    }
}

/// <summary>The newest carry-over is the one that can still be decided about.</summary>
internal static class NewestCarryOver
{
    public static Task<CarryOver?> NewestCarryOverAsync(this StudyGroupDbContext db, Guid readingId, CancellationToken cancellationToken) =>
        db.CarryOvers().AsNoTracking().Where(row => row.ReadingId == readingId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
}
