using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Tags;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Writes notes down once more for the group, with its numbers.</summary>
internal sealed class NoteCopies(StudyGroupDbContext db, EventLog events, CurrentMember author, DateTimeOffset now)
{
    /// <summary>The first comment that was copied.</summary>
    public Comment? First { get; private set; }

    /// <returns>The new mark.</returns>
    public async Task<Guid> CopyAsync(Annotation note, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(now);
        var sequence = await AppendAsync(note, AnnotationEvents.Added, threadId: null, id, cancellationToken);
        db.Annotations().Add(new Annotation
        {
            Id = id,
            GroupId = note.GroupId,
            ReadingId = note.ReadingId,
            EditionId = note.EditionId,
            AuthorId = author.AccountId,
            Kind = note.Kind,
            IsPrivate = false,
            StartBlock = note.StartBlock,
            StartPosition = note.StartPosition,
            StartOffset = note.StartOffset,
            EndBlock = note.EndBlock,
            EndPosition = note.EndPosition,
            EndOffset = note.EndOffset,
            State = note.State,
            Quote = note.Quote,
            Prefix = note.Prefix,
            Suffix = note.Suffix,
            Sequence = sequence,
            IdempotencyKey = Guid.CreateVersion7(now),
            CreatedAt = now,
        });
        if (await db.Threads().AsNoTracking().SingleOrDefaultAsync(thread => thread.AnnotationId == note.Id, cancellationToken) is { } talk)
            await CopyAsync(note, talk, id, cancellationToken);
        return id;
    }

    private async Task CopyAsync(Annotation note, DiscussionThread talk, Guid markId, CancellationToken cancellationToken)
    {
        var comments = await db.Comments().AsNoTracking()
            .Where(comment => comment.ThreadId == talk.Id && comment.DeletedAt == null && comment.HiddenAt == null)
            .OrderBy(comment => comment.Sequence).ToListAsync(cancellationToken);
        if (comments.Count == 0)
            return;

        var thread = new DiscussionThread
        {
            Id = Guid.CreateVersion7(now),
            GroupId = note.GroupId,
            ReadingId = note.ReadingId,
            AnnotationId = markId,
            StartedById = author.AccountId,
            IsPrivate = false,
            IsQuestion = talk.IsQuestion,
            Title = talk.Title,
            StartedAt = now,
        };
        db.Threads().Add(thread);
        var copies = new Dictionary<Guid, Guid>();
        var commentIds = comments.ConvertAll(comment => comment.Id);
        var tags = await db.CommentTags().AsNoTracking().Where(tag => commentIds.Contains(tag.CommentId)).ToListAsync(cancellationToken);
        foreach (var comment in comments)
        {
            var id = copies[comment.Id] = Guid.CreateVersion7(now);
            var sequence = await AppendAsync(note, DiscussionEvents.CommentPosted, thread.Id, id, cancellationToken);
            thread.Posted(sequence, now);
            var copy = new Comment
            {
                Id = id,
                ThreadId = thread.Id,
                GroupId = note.GroupId,
                AuthorId = author.AccountId,
                ParentId = comment.ParentId is { } parent && copies.TryGetValue(parent, out var copied) ? copied : null,
                Markdown = comment.Markdown,
                Html = comment.Html,
                RendererVersion = comment.RendererVersion,
                Sequence = sequence,
                IdempotencyKey = Guid.CreateVersion7(now),
                PostedAt = now,
            };
            db.Comments().Add(copy);
            db.AddTags(copy.Id, copy.GroupId, tags.Where(tag => tag.CommentId == comment.Id).Select(tag => new Tag(tag.Key, tag.Name)));
            First ??= copy;
        }
    }

    private Task<long> AppendAsync(Annotation note, string kind, Guid? threadId, Guid subjectId, CancellationToken cancellationToken) =>
        events.AppendAsync(db, note.GroupId, new NewEvent(kind, author.AccountId) { ReadingId = note.ReadingId, ThreadId = threadId, SubjectId = subjectId }, cancellationToken);
}
