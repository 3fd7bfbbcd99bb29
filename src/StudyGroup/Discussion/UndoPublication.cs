using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Takes one's published notes back: the group's are gone, and the notes are for oneself again.</summary>
public sealed record UndoPublication(Guid PublicationId);

public sealed class UndoPublicationHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public Task<Result> HandleAsync(UndoPublication request, CurrentMember author, CancellationToken cancellationToken) =>
        writes.RunAsync((db, ct) => UndoAsync(db, request, author, ct), cancellationToken);

    private async Task<Result> UndoAsync(StudyGroupDbContext db, UndoPublication request, CurrentMember author, CancellationToken cancellationToken)
    {
        var publication = await db.Publications().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.PublicationId && row.AccountId == author.AccountId, cancellationToken);
        if (publication is null)
            return Error.NotFound;

        var current = await db.ShareTextAsync(publication.ReadingId, cancellationToken);
        await EventLog.ReserveAsync(db, publication.GroupId, 0, cancellationToken);
        var asked = await db.AskAsync(publication.GroupId, author, Permission.Read, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        var now = time.GetUtcNow();
        if (now - publication.At > Patience)
            return Errors.TooLateToUndo;
        if (await db.Publications().Where(row => row.Id == publication.Id && row.UndoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UndoneAt, now), cancellationToken) == 0)
            return Errors.UndoneAlready;

        var notes = await db.PublishedNotes().AsNoTracking().Where(note => note.PublicationId == publication.Id).ToListAsync(cancellationToken);
        var marks = notes.Select(note => note.AnnotationId).ToList();
        var threads = await db.Threads().Where(thread => thread.AnnotationId != null && marks.Contains(thread.AnnotationId.Value)).ToListAsync(cancellationToken);
        var threadIds = threads.Select(thread => thread.Id).ToList();
        var comments = await db.Comments().Where(comment => threadIds.Contains(comment.ThreadId)).OrderBy(comment => comment.Sequence).ToListAsync(cancellationToken);
        if (comments.Exists(comment => comment.AuthorId != author.AccountId))
            return Errors.AnsweredAlready;

        foreach (var comment in comments.Where(comment => comment.DeletedAt is null))
        {
            await AppendAsync(db, publication, publication.GroupId, DiscussionEvents.CommentDeleted, comment.ThreadId, comment.Id, cancellationToken);
            if (comment.IsShown)
                threads.Single(thread => thread.Id == comment.ThreadId).CommentGone(comment.Id);
            comment.Delete(now);
        }

        var commentIds = comments.ConvertAll(comment => comment.Id);
        await db.Revisions().Where(revision => commentIds.Contains(revision.CommentId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reactions().Where(reaction => commentIds.Contains(reaction.CommentId)).ExecuteDeleteAsync(cancellationToken);
        await db.Mentions().Where(mention => commentIds.Contains(mention.CommentId)).ExecuteDeleteAsync(cancellationToken);
        await db.CommentTags().Where(tag => commentIds.Contains(tag.CommentId)).ExecuteDeleteAsync(cancellationToken);
        // After their comments: an event of a comment would bring the card of a mark back.
        foreach (var note in notes)
        {
            await AppendAsync(db, publication, publication.GroupId, AnnotationEvents.Removed, threadId: null, note.AnnotationId, cancellationToken);
            await AppendAsync(db, publication, author.AccountId, AnnotationEvents.Added, threadId: null, note.NoteId, cancellationToken);
        }

        var ids = notes.ConvertAll(note => note.NoteId);
        var words = await db.Comments().AsNoTracking()
            .Where(comment => comment.DeletedAt == null && db.Threads().Any(thread => thread.Id == comment.ThreadId && thread.AnnotationId != null && ids.Contains(thread.AnnotationId.Value)))
            .OrderBy(comment => comment.Sequence).Select(comment => new { comment.Id, comment.ThreadId }).ToListAsync(cancellationToken);
        foreach (var comment in words)
            await AppendAsync(db, publication, author.AccountId, DiscussionEvents.CommentEdited, comment.ThreadId, comment.Id, cancellationToken);

        await db.Annotations().Where(mark => marks.Contains(mark.Id)).ExecuteUpdateAsync(set => set.SetProperty(mark => mark.RemovedAt, now), cancellationToken);
        await db.Annotations().Where(mark => ids.Contains(mark.Id)).ExecuteUpdateAsync(set => set.SetProperty(mark => mark.RemovedAt, (DateTimeOffset?)null), cancellationToken);
        // The text may have changed while they were away.
        foreach (var note in await db.Annotations().Where(mark => ids.Contains(mark.Id) && mark.EditionId != current).ToListAsync(cancellationToken))
        {
            if (current is { } edition)
                await LateMarks.FollowAsync(db, note, edition, cancellationToken);
        }

        return Result.Success;
    }

    private Task<long> AppendAsync(StudyGroupDbContext db, Publication publication, Guid streamId, string kind, Guid? threadId, Guid subjectId, CancellationToken cancellationToken) =>
        events.AppendAsync(db, streamId, new NewEvent(kind, publication.AccountId) { ReadingId = publication.ReadingId, ThreadId = threadId, SubjectId = subjectId }, cancellationToken);
}
