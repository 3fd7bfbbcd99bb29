using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Gives the group all of the member's own notes on a reading at once.</summary>
public sealed record PublishNotes(Guid GroupId, Guid ReadingId);

/// <summary>What was published, for who takes it back.</summary>
public sealed record PublishedNotes(Guid PublicationId, int Count);

public sealed class PublishNotesHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>How many go in one step; the rest goes in the next.</summary>
    public const int Most = 200;

    /// <summary>The group is told once, of all of them. Who is named in a note is not told besides.</summary>
    public Task<Result<PublishedNotes>> HandleAsync(PublishNotes request, CurrentMember author, CancellationToken cancellationToken) =>
        writes.RunAsync<PublishedNotes>((db, ct) => PublishAsync(db, request, author, ct), cancellationToken);

    private async Task<Result<PublishedNotes>> PublishAsync(StudyGroupDbContext db, PublishNotes request, CurrentMember author, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, author, Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (await db.ShareTextAsync(request.ReadingId, cancellationToken) is null)
            return Error.NotFound;

        // Both streams are locked from here on: a suspension that was confirmed holds, and no note is written on while it goes.
        await EventLog.ReserveAsync(db, request.GroupId, 0, cancellationToken);
        await EventLog.ReserveAsync(db, author.AccountId, 0, cancellationToken);
        asked = await db.AskAsync(request.GroupId, author, Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        var notes = await db.Annotations().AsNoTracking()
            .Where(note => note.GroupId == request.GroupId && note.ReadingId == request.ReadingId && note.AuthorId == author.AccountId && note.IsPrivate && note.Kind != AnnotationKind.Link && note.RemovedAt == null)
            .OrderBy(note => note.StartPosition).ThenBy(note => note.StartOffset).ThenBy(note => note.Id)
            .Take(Most).ToListAsync(cancellationToken);
        if (notes.Count == 0)
            return Errors.NothingToPublish;

        var now = time.GetUtcNow();
        var publication = new Publication { Id = Guid.CreateVersion7(now), AccountId = author.AccountId, GroupId = request.GroupId, ReadingId = request.ReadingId, At = now };
        db.Publications().Add(publication);
        var copies = new NoteCopies(db, events, author, now);
        foreach (var note in notes)
        {
            db.PublishedNotes().Add(new PublishedNote { PublicationId = publication.Id, NoteId = note.Id, AnnotationId = await copies.CopyAsync(note, cancellationToken) });
            await events.AppendAsync(db, author.AccountId, new NewEvent(AnnotationEvents.Removed, author.AccountId) { ReadingId = note.ReadingId, SubjectId = note.Id }, cancellationToken);
        }

        if (copies.First is { } first)
        {
            await events.AppendAsync(
                db, request.GroupId, new NewEvent(DiscussionEvents.NotesPublished, author.AccountId) { ReadingId = request.ReadingId, ThreadId = first.ThreadId, SubjectId = first.Id }, cancellationToken);
        }

        var ids = notes.Select(note => note.Id).ToList();
        await db.Annotations().Where(note => ids.Contains(note.Id)).ExecuteUpdateAsync(set => set.SetProperty(note => note.RemovedAt, now), cancellationToken);
        return new PublishedNotes(publication.Id, notes.Count);
    }
}
