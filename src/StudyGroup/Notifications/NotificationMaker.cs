using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Notifications;

/// <summary>
/// Makes notifications from the event log at its own pace: a batch of events, the rows they ask for and the new position are one transaction, so a
/// crash between two steps loses and repeats nothing.
/// </summary>
public sealed class NotificationMaker(WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, EventLog events, TimeProvider time)
{
    private const int BatchSize = 100;

    /// <summary>Works until every group's stream is done.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var streamId in await BehindAsync(cancellationToken))
        {
            while (await writes.RunAsync<bool>((db, ct) => TakeBatchAsync(db, streamId, ct), cancellationToken) is { Succeeded: true, Value: true })
            {
            }
        }
    }

    private async Task<List<Guid>> BehindAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from stream in db.EventStreams()
            join grp in db.Groups() on stream.Id equals grp.Id
            from position in db.NotificationPositions().Where(position => position.StreamId == stream.Id).DefaultIfEmpty()
            where position == null || position.Sequence < stream.LastSequence
            select stream.Id).ToListAsync(cancellationToken);
    }

    private async Task<Result<bool>> TakeBatchAsync(StudyGroupDbContext db, Guid streamId, CancellationToken cancellationToken)
    {
        var from = await TakeTurnAsync(db, streamId, cancellationToken);
        var rows = await db.StreamEvents().AsNoTracking()
            .Where(row => row.StreamId == streamId && row.Sequence > from)
            .OrderBy(row => row.Sequence).Take(BatchSize).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return false;

        foreach (var row in rows)
        {
            if (row.Kind is DiscussionEvents.CommentEdited or DiscussionEvents.CommentHidden or DiscussionEvents.CommentDeleted or DiscussionEvents.CommentMoved)
                await RefreshAsync(db, row, cancellationToken);
            if (row.Kind is DiscussionEvents.CommentPosted or DiscussionEvents.CommentEdited)
                await NotifyAsync(db, row, cancellationToken);
            if (row.Kind is DiscussionEvents.NotesPublished)
                await NotifyPublishedAsync(db, row, cancellationToken);
            if (row.Kind is DiscussionEvents.ThreadChanged)
            {
                await RefreshAcceptedAsync(db, row, cancellationToken);
                await NotifyAcceptedAsync(db, row, cancellationToken);
            }
        }

        var reached = rows[^1].Sequence;
        await db.NotificationPositions().Where(position => position.StreamId == streamId)
            .ExecuteUpdateAsync(set => set.SetProperty(position => position.Sequence, reached), cancellationToken);
        return rows.Count == BatchSize;
    }

    // Writing the row first locks it: a second node that makes notifications of the same stream waits here and then finds the new position.
    private static async Task<long> TakeTurnAsync(StudyGroupDbContext db, Guid streamId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "NotificationPositions" ("StreamId", "Sequence") VALUES ({streamId}, 0) ON CONFLICT ("StreamId") DO UPDATE SET "Sequence" = "NotificationPositions"."Sequence" """,
            cancellationToken);
        return await db.NotificationPositions().Where(position => position.StreamId == streamId).Select(position => position.Sequence).SingleAsync(cancellationToken);
    }

    // What they were told of has other words now, or none, or is back, or elsewhere: their pages read their notices anew.
    private Task RefreshAsync(StudyGroupDbContext db, StreamEvent row, CancellationToken cancellationToken) =>
        RefreshAsync(db, db.Notifications().Where(notice => notice.CommentId == row.SubjectId), cancellationToken);

    // An acceptance may have been withdrawn, or be another's now.
    private Task RefreshAcceptedAsync(StudyGroupDbContext db, StreamEvent row, CancellationToken cancellationToken) =>
        RefreshAsync(db, db.Notifications().Where(notice => notice.Kind == NotificationKind.Accepted && db.Comments().Any(comment => comment.Id == notice.CommentId && comment.ThreadId == row.ThreadId)), cancellationToken);

    private async Task RefreshAsync(StudyGroupDbContext db, IQueryable<Notification> about, CancellationToken cancellationToken)
    {
        var told = await about.Select(notice => notice.RecipientId).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var recipient in told)
            await events.AppendAsync(db, recipient, new NewEvent(NotificationEvents.Read, ActorId: null), cancellationToken);
    }

    private async Task NotifyAsync(StudyGroupDbContext db, StreamEvent row, CancellationToken cancellationToken)
    {
        var comment = await db.Comments().AsNoTracking()
            .SingleOrDefaultAsync(comment => comment.Id == row.SubjectId && comment.DeletedAt == null && comment.HiddenAt == null, cancellationToken);
        if (comment is null)
            return;

        var told = await db.Notifications().Where(notice => notice.CommentId == comment.Id).Select(notice => notice.RecipientId).ToListAsync(cancellationToken);
        told.Add(comment.AuthorId);
        foreach (var (recipient, kind) in await RecipientsAsync(db, comment, row.ThreadId, IsNew(row, comment), cancellationToken))
        {
            if (told.Contains(recipient))
                continue;

            told.Add(recipient);
            await AddAsync(db, row, comment, recipient, comment.AuthorId, kind, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // Only its author edits a comment. What another brought back may have been hidden before anybody was told of it.
    private static bool IsNew(StreamEvent row, Comment comment) => row.Kind == DiscussionEvents.CommentPosted || row.ActorId != comment.AuthorId;

    // Who wrote the answer is told once, and of nothing that was taken back before.
    private async Task NotifyAcceptedAsync(StudyGroupDbContext db, StreamEvent row, CancellationToken cancellationToken)
    {
        var comment = await (
            from answer in db.Comments().AsNoTracking()
            where answer.Id == row.SubjectId && answer.DeletedAt == null && answer.HiddenAt == null && answer.AuthorId != row.ActorId
            where db.Threads().Any(thread => thread.AcceptedCommentId == answer.Id)
                && db.Memberships().Any(member => member.GroupId == answer.GroupId && member.AccountId == answer.AuthorId && member.Status == MembershipStatus.Active)
                && !db.Notifications().Any(notice => notice.CommentId == answer.Id && notice.RecipientId == answer.AuthorId)
            select answer).SingleOrDefaultAsync(cancellationToken);
        if (comment is null || row.ActorId is not { } actorId)
            return;

        await AddAsync(db, row, comment, comment.AuthorId, actorId, NotificationKind.Accepted, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    // Everybody in the group, once: the comments that came with it concern nobody who was here before.
    private async Task NotifyPublishedAsync(StudyGroupDbContext db, StreamEvent row, CancellationToken cancellationToken)
    {
        var first = await db.Comments().AsNoTracking().SingleOrDefaultAsync(comment => comment.Id == row.SubjectId && comment.DeletedAt == null && comment.HiddenAt == null, cancellationToken);
        if (first is null)
            return;

        var told = await db.Memberships()
            .Where(member => member.GroupId == first.GroupId && member.Status == MembershipStatus.Active && member.AccountId != first.AuthorId
                && !db.Notifications().Any(notice => notice.CommentId == first.Id && notice.RecipientId == member.AccountId))
            .OrderBy(member => member.AccountId).Select(member => member.AccountId).ToListAsync(cancellationToken);
        foreach (var recipient in told)
            await AddAsync(db, row, first, recipient, first.AuthorId, NotificationKind.Published, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(StudyGroupDbContext db, StreamEvent row, Comment comment, Guid recipientId, Guid actorId, NotificationKind kind, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var sequence = await events.AppendAsync(
            db, recipientId, new NewEvent(NotificationEvents.Added, actorId) { ReadingId = row.ReadingId, ThreadId = comment.ThreadId, SubjectId = id }, cancellationToken);
        db.Notifications().Add(new Notification
        {
            Id = id,
            RecipientId = recipientId,
            GroupId = comment.GroupId,
            ThreadId = comment.ThreadId,
            CommentId = comment.Id,
            ActorId = actorId,
            Kind = kind,
            Sequence = sequence,
            At = row.At,
        });
    }

    // In the order of their weight: who is named, whose comment was answered, who wrote in the thread. Only active members are told. An edit can only name somebody new.
    // A comment that was moved before anybody was told of it is an answer to those of the thread that it was written in.
    private static async Task<List<(Guid Recipient, NotificationKind Kind)>> RecipientsAsync(StudyGroupDbContext db, Comment comment, Guid? threadId, bool isNew, CancellationToken cancellationToken)
    {
        var found = new List<(Guid, NotificationKind)>();
        var mentioned = await db.Mentions().Where(mention => mention.CommentId == comment.Id).Select(mention => mention.AccountId).ToListAsync(cancellationToken);
        found.AddRange(mentioned.Select(id => (id, NotificationKind.Mention)));
        if (isNew)
        {
            var parents = await db.Comments().Where(parent => parent.Id == comment.ParentId).Select(parent => parent.AuthorId).ToListAsync(cancellationToken);
            found.AddRange(parents.Select(id => (id, NotificationKind.Reply)));
            var writers = await db.Comments()
                .Where(other => other.ThreadId == threadId && other.Sequence < comment.Sequence)
                .Select(other => other.AuthorId).Distinct().ToListAsync(cancellationToken);
            found.AddRange(writers.Select(id => (id, NotificationKind.Answer)));
        }

        var ids = found.Select(pair => pair.Item1).Distinct().ToList();
        var active = await db.Memberships()
            .Where(row => row.GroupId == comment.GroupId && row.Status == MembershipStatus.Active && ids.Contains(row.AccountId))
            .Select(row => row.AccountId).ToHashSetAsync(cancellationToken);
        return [.. found.Where(pair => active.Contains(pair.Item1))];
    }
}
