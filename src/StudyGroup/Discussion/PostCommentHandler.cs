using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Discussion.Sections;
using StudyGroup.Discussion.Tags;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The way of a comment into the store: policy, annotation, thread, comment, event and mentions in one transaction.</summary>
public sealed class PostCommentHandler(
    WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, CommentText text, AddAnnotationHandler annotations, SectionOpening sections, EventLog events, TimeProvider time)
{
    public async Task<Result<PostedComment>> HandleAsync(PostComment request, CurrentMember author, CancellationToken cancellationToken)
    {
        if (request.Key == Guid.Empty || (request.ThreadId is null) == (request.Target is null))
            return Errors.NoTarget;
        if (SentDraft.Check(request) is { } refusal)
            return refusal;
        if (await FindAsync(request.Key, author, cancellationToken) is { } first)
            return first;

        var posted = await SendAsync(await FollowAsync(request, cancellationToken), author, cancellationToken);
        // What it answers may have been moved while it was on its way: it goes where that is now.
        return posted.Error == Errors.WrongParent && await FollowAsync(request, cancellationToken) is var followed && followed.ThreadId != request.ThreadId
            ? await SendAsync(followed, author, cancellationToken)
            : posted;
    }

    private async Task<Result<PostedComment>> SendAsync(PostComment request, CurrentMember author, CancellationToken cancellationToken)
    {
        var place = await PlaceOfAsync(request, author, cancellationToken);
        if (!place.Succeeded)
            return place.Error;
        var rendered = await text.RenderAsync(request.Markdown, place.Value.GroupId, place.Value.ReadingId, cancellationToken);
        if (!rendered.Succeeded)
            return rendered.Error;

        try
        {
            return await writes.RunAsync<PostedComment>((db, ct) => PostAsync(db, request, rendered.Value, author, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two requests under one key met: the index let one in, and its answer is the answer of both. Or the first save of its draft came in between.
            return await FindAsync(request.Key, author, cancellationToken) is { } winner ? winner
                : await writes.RunAsync<PostedComment>((db, ct) => PostAsync(db, request, rendered.Value, author, ct), cancellationToken);
        }
    }

    private async Task<Result<PostedComment>> PostAsync(StudyGroupDbContext db, PostComment request, RenderedComment rendered, CurrentMember author, CancellationToken cancellationToken)
    {
        // Asked again: a request under the same key may have been answered while this one waited for its turn.
        if (await FindAsync(db, request.Key, author, cancellationToken) is { } first)
            return first;

        var found = request.ThreadId is { } threadId
            ? await OpenAsync(db, threadId, author, cancellationToken)
            : await StartAsync(db, request, author, cancellationToken);
        // What stands in the way of its own key may be the answer that this very request got elsewhere a moment ago.
        if (!found.Succeeded)
            return await FindAsync(db, request.Key, author, cancellationToken) is { } winner ? winner : found.Error;

        var thread = found.Value;
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var sequence = await events.AppendAsync(
            db,
            thread.IsPrivate ? author.AccountId : thread.GroupId,
            new NewEvent(DiscussionEvents.CommentPosted, author.AccountId) { ReadingId = thread.ReadingId, ThreadId = thread.Id, SubjectId = id },
            cancellationToken);

        // The event has locked the stream. What is read from here on is what the last writer left: a suspension, a lock or a deletion that was confirmed holds.
        var asked = await db.AskAsync(thread.GroupId, author, thread.IsPrivate ? Permission.Read : Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (request.ThreadId is not null)
            await db.Entry(thread).ReloadAsync(cancellationToken);
        if (thread.LockedAt is not null)
            return Errors.Locked;
        if (request.ParentId is { } parentId && await CheckParentAsync(db, parentId, thread.Id, author, cancellationToken) is { } refusal)
            return refusal;

        thread.Posted(sequence, now);
        db.Comments().Add(new Comment
        {
            Id = id,
            ThreadId = thread.Id,
            GroupId = thread.GroupId,
            AuthorId = author.AccountId,
            ParentId = request.ParentId,
            Markdown = request.Markdown,
            Html = rendered.Html,
            RendererVersion = rendered.RendererVersion,
            Sequence = sequence,
            IdempotencyKey = request.Key,
            PostedAt = now,
        });
        db.AddTags(id, thread.GroupId, rendered.Tags);
        if (!thread.IsPrivate)
            db.Mentions().AddRange(rendered.MentionedIds.Select(accountId => new Mention { CommentId = id, AccountId = accountId }));
        await db.EmptyDraftAsync(request, author, now, cancellationToken);
        await sections.WroteAsync(db, thread, author, cancellationToken);
        return new PostedComment(id, thread.Id, sequence);
    }

    // A note in a closed thread opens its section; an answer to words that the author has not seen does not.
    private static async Task<Error?> CheckParentAsync(StudyGroupDbContext db, Guid parentId, Guid threadId, CurrentMember author, CancellationToken cancellationToken) =>
        await db.Comments().AnyAsync(comment => comment.Id == parentId && comment.ThreadId == threadId, cancellationToken)
            ? await db.RefusalAsync(parentId, author, isOn: true, cancellationToken)
            : Errors.WrongParent;

    private static async Task<Result<DiscussionThread>> OpenAsync(StudyGroupDbContext db, Guid threadId, CurrentMember author, CancellationToken cancellationToken)
    {
        if (await db.ThreadsFor(author.AccountId).SingleOrDefaultAsync(thread => thread.Id == threadId, cancellationToken) is not { } thread)
            return Error.NotFound;
        return await db.AskAsync(thread.GroupId, author, Permission.Read, cancellationToken) is { Succeeded: false, Error: var refusal } ? refusal : thread;
    }

    private async Task<Result<DiscussionThread>> StartAsync(StudyGroupDbContext db, PostComment request, CurrentMember author, CancellationToken cancellationToken)
    {
        if (request.Target is not { } target)
            return Errors.NoTarget;
        if (target.Title?.Length > TextLimits.ThreadTitle)
            return Error.TooLong("The title", TextLimits.ThreadTitle);
        if (target.Title?.IsStorable() == false)
            return Error.Unreadable("The title");
        if (target.Passage is not null && target.ReadingId is null || target.Kind is not (AnnotationKind.Comment or AnnotationKind.Question))
            return Errors.NoTarget;

        Annotation? annotation = null;
        if (target.ReadingId is { } readingId && target.Passage is { } passage)
        {
            var added = await annotations.AddAsync(
                db, new AddAnnotation(request.Key, target.GroupId, readingId, target.Kind, target.IsPrivate, passage), author, cancellationToken);
            if (!added.Succeeded)
                return added.Error;
            annotation = added.Value;
            if (db.Entry(annotation).State != EntityState.Added)
                return Errors.KeyUsed;
        }
        else if (target.ReadingId is { } whole && !await db.ShelfItems().AnyAsync(item => item.GroupId == target.GroupId && item.ReadingId == whole, cancellationToken))
        {
            return Error.NotFound;
        }

        var now = time.GetUtcNow();
        var thread = new DiscussionThread
        {
            Id = Guid.CreateVersion7(now),
            GroupId = target.GroupId,
            ReadingId = target.ReadingId,
            AnnotationId = annotation?.Id,
            StartedById = author.AccountId,
            IsPrivate = target.IsPrivate,
            IsQuestion = target.Kind == AnnotationKind.Question,
            Title = string.IsNullOrWhiteSpace(target.Title) ? null : target.Title.Trim(),
            StartedAt = now,
        };
        db.Threads().Add(thread);
        return thread;
    }

    // An answer that was begun before what it answers was moved belongs to that, wherever it is.
    private async Task<PostComment> FollowAsync(PostComment request, CancellationToken cancellationToken)
    {
        if (request is not { ThreadId: { } threadId, ParentId: { } parentId })
            return request;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await db.Comments()
            .Where(parent => parent.Id == parentId && parent.ThreadId != threadId
                && db.MovedComments().Any(moved => moved.CommentId == parentId && db.CommentMoves().Any(move => move.Id == moved.MoveId && (move.FromThreadId == threadId || move.ToThreadId == threadId))))
            .Select(parent => (Guid?)parent.ThreadId).SingleOrDefaultAsync(cancellationToken);
        return now is null ? request : request with { ThreadId = now };
    }

    private async Task<PostedComment?> FindAsync(Guid key, CurrentMember author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, key, author, cancellationToken);
    }

    private static Task<PostedComment?> FindAsync(StudyGroupDbContext db, Guid key, CurrentMember author, CancellationToken cancellationToken) => db.Comments()
        .Where(comment => comment.AuthorId == author.AccountId && comment.IdempotencyKey == key)
        .Select(comment => new PostedComment(comment.Id, comment.ThreadId, comment.Sequence))
        .SingleOrDefaultAsync(cancellationToken);

    // The policy is asked again in the transaction; here it keeps a stranger from having anything rendered with the names of a group's members.
    private async Task<Result<(Guid GroupId, Guid? ReadingId)>> PlaceOfAsync(PostComment request, CurrentMember author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (request.Target is { } target)
            return await db.AskAsync(target.GroupId, author, Permission.Read, cancellationToken) is { Succeeded: false, Error: var refusal } ? refusal : (target.GroupId, target.ReadingId);

        var thread = await OpenAsync(db, request.ThreadId.GetValueOrDefault(), author, cancellationToken);
        return thread.Succeeded ? (thread.Value.GroupId, thread.Value.ReadingId) : thread.Error;
    }
}
