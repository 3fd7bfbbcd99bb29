using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations.Editions;
using StudyGroup.Annotations.Links;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Annotations;

/// <summary>Marks a passage. <paramref name="Key"/> is a UUID of the client: a second request under it finds the first mark.</summary>
public sealed record AddAnnotation(Guid Key, Guid GroupId, Guid ReadingId, AnnotationKind Kind, bool IsPrivate, Passage Passage);

public sealed class AddAnnotationHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>For a highlight without words. A mark with a comment is made by posting the comment.</summary>
    public async Task<Result<Guid>> HandleAsync(AddAnnotation request, CurrentMember author, CancellationToken cancellationToken)
    {
        if (request.Key == Guid.Empty)
            return Errors.KeyMissing;
        if (request.Kind != AnnotationKind.Highlight)
            return Errors.WordsMissing;

        try
        {
            return await writes.RunAsync<Guid>(
                async (db, ct) =>
                {
                    var added = await AddAsync(db, request, author, ct);
                    return added.Succeeded ? added.Value.Id : added.Error;
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two requests under one key met: the index let one in, and its answer is the answer of both.
            return await writes.RunAsync<Guid>(
                async (db, ct) => await FindAsync(db, request.Key, author, ct) is { } winner ? winner.Id : Error.NotFound, cancellationToken);
        }
    }

    /// <summary>The same inside the caller's transaction.</summary>
    internal async Task<Result<Annotation>> AddAsync(StudyGroupDbContext db, AddAnnotation request, CurrentMember author, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, author, request.IsPrivate ? Permission.Read : Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (!await db.ShelfItems().AnyAsync(item => item.GroupId == request.GroupId && item.ReadingId == request.ReadingId, cancellationToken))
            return Error.NotFound;
        if (await db.ShareTextAsync(request.ReadingId, cancellationToken) is not { } current)
            return Error.NotFound;
        if (!await db.Editions().AnyAsync(edition => edition.Id == request.Passage.EditionId && edition.ReadingId == request.ReadingId, cancellationToken))
            return Errors.BadPassage;
        if (await FindAsync(db, request.Key, author, cancellationToken) is { } first)
            return first;

        var described = await Selectors.DescribeAsync(db, request.Passage, cancellationToken);
        if (!described.Succeeded)
            return described.Error;

        var selectors = described.Value;
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var stream = request.IsPrivate ? author.AccountId : request.GroupId;
        var sequence = await events.AppendAsync(
            db, stream, new NewEvent(request.Kind == AnnotationKind.Link ? LinkEvents.Added : AnnotationEvents.Added, author.AccountId) { ReadingId = request.ReadingId, SubjectId = id }, cancellationToken);

        // Asked again now that the event has locked the stream: a suspension that was confirmed meanwhile holds.
        asked = await db.AskAsync(request.GroupId, author, request.IsPrivate ? Permission.Read : Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        var annotation = new Annotation
        {
            Id = id,
            GroupId = request.GroupId,
            ReadingId = request.ReadingId,
            EditionId = request.Passage.EditionId,
            AuthorId = author.AccountId,
            Kind = request.Kind,
            IsPrivate = request.IsPrivate,
            StartBlock = selectors.Start.Key,
            StartPosition = selectors.Start.Position,
            StartOffset = selectors.StartOffset,
            EndBlock = selectors.End.Key,
            EndPosition = selectors.End.Position,
            EndOffset = selectors.EndOffset,
            Quote = selectors.Quote,
            Prefix = selectors.Prefix,
            Suffix = selectors.Suffix,
            Sequence = sequence,
            IdempotencyKey = request.Key,
            CreatedAt = now,
        };
        db.Annotations().Add(annotation);
        if (current != annotation.EditionId)
            await LateMarks.FollowAsync(db, annotation, current, cancellationToken);
        return annotation;
    }

    private static Task<Annotation?> FindAsync(StudyGroupDbContext db, Guid key, CurrentMember author, CancellationToken cancellationToken) =>
        db.Annotations().SingleOrDefaultAsync(row => row.AuthorId == author.AccountId && row.IdempotencyKey == key, cancellationToken);
}
