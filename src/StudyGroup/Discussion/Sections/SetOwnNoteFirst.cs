using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>A group decides whether its members see what others said on a section of a reading only after their own note on it.</summary>
public sealed record SetOwnNoteFirst(Guid GroupId, Guid ReadingId, bool IsOn)
{
    /// <summary>Whether reading a section to its end marks it as read.</summary>
    public bool OpensByReading { get; init; }
}

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
        var opensByReading = request.IsOn && request.OpensByReading;
        if ((item.OwnNoteFirst, item.OpensByReading) == (request.IsOn, opensByReading))
            return Errors.Unchanged;

        (item.OwnNoteFirst, item.OpensByReading) = (request.IsOn, opensByReading);
        if (request.IsOn)
            await OpenAsync(db, request, [.. await WrittenAsync(db, request, cancellationToken), .. opensByReading ? await ReadAsync(db, request, cancellationToken) : []], cancellationToken);
        return Result.Success;
    }

    /// <summary>Where members have said something.</summary>
    private static async Task<IReadOnlyList<(Guid AccountId, string Section)>> WrittenAsync(StudyGroupDbContext db, SetOwnNoteFirst request, CancellationToken cancellationToken)
    {
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
        return [.. written.Select(row => (row.AuthorId, row.Section))];
    }

    /// <summary>What members have read to the end.</summary>
    private static async Task<IReadOnlyList<(Guid AccountId, string Section)>> ReadAsync(StudyGroupDbContext db, SetOwnNoteFirst request, CancellationToken cancellationToken)
    {
        var places = await (
            from member in db.Memberships()
            where member.GroupId == request.GroupId
            join place in db.ReadingPositions() on member.AccountId equals place.AccountId
            where place.ReadingId == request.ReadingId
            select new { place.AccountId, place.Furthest }).ToListAsync(cancellationToken);
        var read = new List<(Guid, string)>();
        foreach (var together in places.GroupBy(place => place.Furthest, place => place.AccountId))
        {
            var ended = await SectionReading.EndedAsync(db, request.ReadingId, together.Key, cancellationToken);
            read.AddRange(from account in together from section in ended select (account, section));
        }

        return read;
    }

    private async Task OpenAsync(StudyGroupDbContext db, SetOwnNoteFirst request, IReadOnlyList<(Guid AccountId, string Section)> open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var opened = await db.OpenedSections().Where(row => row.GroupId == request.GroupId && row.ReadingId == request.ReadingId)
            .Select(row => new { row.AccountId, row.Section }).ToListAsync(cancellationToken);
        var known = opened.Select(row => (row.AccountId, row.Section)).ToHashSet();
        db.OpenedSections().AddRange(open.Where(row => known.Add(row)).Select(row => new OpenedSection
        {
            AccountId = row.AccountId,
            GroupId = request.GroupId,
            ReadingId = request.ReadingId,
            Section = row.Section,
            At = now,
        }));
    }
}
