using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>One end of a link that is to be made.</summary>
public sealed record LinkEnd(Guid ReadingId, Passage Passage);

/// <summary>Links two passages. <paramref name="Key"/> is a UUID of the client: a second request under it finds the first link.</summary>
public sealed record AddLink(Guid Key, Guid GroupId, LinkEnd From, LinkEnd To, LinkKind Kind, bool IsPrivate, string? Note);

/// <summary>A link that was made, and the marks at its ends.</summary>
public sealed record AddedLink(Guid Id, Guid FromId, Guid ToId);

public sealed class AddLinkHandler(WriteTransactions writes, AddAnnotationHandler marks, TimeProvider time)
{
    public async Task<Result<AddedLink>> HandleAsync(AddLink request, CurrentMember author, CancellationToken cancellationToken)
    {
        if (request.Key == Guid.Empty)
            return Errors.KeyMissing;
        if (!Enum.IsDefined(request.Kind))
            return Error.NotFound;
        if (request.Note is { } note && LinkNote.Check(note) is { } refusal)
            return refusal;

        try
        {
            return await writes.RunAsync((db, ct) => AddAsync(db, request, author, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two requests under one key met: the index let one in, and its answer is the answer of both.
            return await writes.RunAsync<AddedLink>(
                async (db, ct) => await FindAsync(db, request.Key, author, ct) is { } winner ? winner : Error.NotFound, cancellationToken);
        }
    }

    private async Task<Result<AddedLink>> AddAsync(StudyGroupDbContext db, AddLink request, CurrentMember author, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, author, request.IsPrivate ? Permission.Read : Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        // Both texts before the stream, as everybody takes them, and always in the same order.
        foreach (var readingId in new[] { request.From.ReadingId, request.To.ReadingId }.Distinct().Order())
        {
            if (!await db.ShelfItems().AnyAsync(item => item.GroupId == request.GroupId && item.ReadingId == readingId, cancellationToken)
                || await db.ShareTextAsync(readingId, cancellationToken) is null)
            {
                return Error.NotFound;
            }
        }

        // From here on nobody else writes to the stream: what is counted below stays so.
        await EventLog.ReserveAsync(db, request.IsPrivate ? author.AccountId : request.GroupId, 0, cancellationToken);
        if (await FindAsync(db, request.Key, author, cancellationToken) is { } first)
            return first;

        var from = await MarkAsync(db, request, request.From, author, cancellationToken);
        if (!from.Succeeded)
            return from.Error;
        var to = await MarkAsync(db, request, request.To, author, cancellationToken);
        if (!to.Succeeded)
            return to.Error;
        if (await LinkRules.CheckAsync(db, request, from.Value, to.Value, author, cancellationToken) is { } refusal)
            return refusal;

        var now = time.GetUtcNow();
        var link = new PassageLink
        {
            Id = Guid.CreateVersion7(now),
            GroupId = request.GroupId,
            FromId = from.Value.Id,
            ToId = to.Value.Id,
            Kind = request.Kind,
            AuthorId = author.AccountId,
            IsPrivate = request.IsPrivate,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
            IdempotencyKey = request.Key,
            CreatedAt = now,
        };
        db.PassageLinks().Add(link);
        await db.LinkStarts().Where(start => start.AccountId == author.AccountId && start.GroupId == request.GroupId).ExecuteDeleteAsync(cancellationToken);
        return new AddedLink(link.Id, link.FromId, link.ToId);
    }

    private Task<Result<Annotation>> MarkAsync(StudyGroupDbContext db, AddLink request, LinkEnd end, CurrentMember author, CancellationToken cancellationToken) => marks.AddAsync(
        db,
        new AddAnnotation(Guid.CreateVersion7(time.GetUtcNow()), request.GroupId, end.ReadingId, AnnotationKind.Link, request.IsPrivate, end.Passage),
        author,
        cancellationToken);

    private static Task<AddedLink?> FindAsync(StudyGroupDbContext db, Guid key, CurrentMember author, CancellationToken cancellationToken) =>
        db.PassageLinks().Where(link => link.AuthorId == author.AccountId && link.IdempotencyKey == key)
            .Select(link => new AddedLink(link.Id, link.FromId, link.ToId)).SingleOrDefaultAsync(cancellationToken);
}
