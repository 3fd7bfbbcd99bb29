using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>A group decides whether its members see what others said on a section of a reading only after their own note on it.</summary>
public sealed record SetOwnNoteFirst(Guid GroupId, Guid ReadingId, bool IsOn);

public sealed class SetOwnNoteFirstHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>Who has said something on a section before has opened it by that. The same wish twice changes nothing.</summary>
    public async Task<Result> HandleAsync(SetOwnNoteFirst request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        var done = await writes.RunAsync((db, ct) => SetAsync(db, request, moderator, ct), cancellationToken);
        return done.Error == Errors.Unchanged ? Result.Success : done;
    }

    private async Task<Result> SetAsync(StudyGroupDbContext db, SetOwnNoteFirst request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, moderator, Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        // The event locks the stream: what is posted after it meets the new setting, and what was posted before it is counted below.
        await events.AppendAsync(
            db, request.GroupId, new NewEvent(GroupEvents.ShelfChanged, moderator.AccountId) { ReadingId = request.ReadingId, SubjectId = request.ReadingId }, cancellationToken);
        asked = await db.AskAsync(request.GroupId, moderator, Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (await db.ShelfItems().SingleOrDefaultAsync(item => item.GroupId == request.GroupId && item.ReadingId == request.ReadingId, cancellationToken) is not { } item)
            return Error.NotFound;
        if (item.OwnNoteFirst == request.IsOn)
            return Errors.Unchanged;

        item.OwnNoteFirst = request.IsOn;
        if (request.IsOn)
            await OpenWhereWrittenAsync(db, request, cancellationToken);
        return Result.Success;
    }

    private async Task OpenWhereWrittenAsync(StudyGroupDbContext db, SetOwnNoteFirst request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var written = await (
            from thread in db.Threads()
            where thread.GroupId == request.GroupId && thread.ReadingId == request.ReadingId
            join comment in db.Comments() on thread.Id equals comment.ThreadId
            from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
            from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
            select new
            {
                comment.AuthorId,
                Section = thread.AnnotationId == null ? OpenedSection.Whole : block == null ? OpenedSection.Opening : block.Section,
            }).Distinct().ToListAsync(cancellationToken);
        var opened = await db.OpenedSections().Where(row => row.GroupId == request.GroupId && row.ReadingId == request.ReadingId)
            .Select(row => new { row.AccountId, row.Section }).ToListAsync(cancellationToken);
        var known = opened.Select(row => (row.AccountId, row.Section)).ToHashSet();
        db.OpenedSections().AddRange(written.Where(row => !known.Contains((row.AuthorId, row.Section))).Select(row => new OpenedSection
        {
            AccountId = row.AuthorId,
            GroupId = request.GroupId,
            ReadingId = request.ReadingId,
            Section = row.Section,
            At = now,
        }));
    }
}
