using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using StudyGroup.Annotations;
using StudyGroup.Persistence;
using StudyGroup.Realtime;

namespace StudyGroup.Discussion;

/// <summary>Who did it, as others see the name now.</summary>
public sealed record LiveActor(Guid Id, string Name);

/// <summary>An event together with what it concerns as that is now: the comment, or the mark with its thread.</summary>
public sealed record LiveEvent(StreamEvent Row, LiveActor? Actor, CommentView? Comment, ThreadCard? Card);

/// <summary>
/// Gives events their contents. The log holds ids alone, so what an event shows is the present state: applying it to an older state gives the fresh
/// one, and words that were deleted or hidden never come back. Each event is read once and shared by all who get it.
/// </summary>
public sealed class LiveEvents(IDbContextFactory<StudyGroupDbContext> contexts) : IDisposable
{
    private readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = 4_000 });

    /// <summary>The caller delivers only what its member may see; this asks nothing.</summary>
    public Task<LiveEvent> GetAsync(StreamEvent row)
    {
        var loading = recent.GetOrCreate((row.StreamId, row.Sequence), entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromMinutes(1);
            // A later event changes what this one shows: without an end the cache would keep words that were deleted meanwhile.
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(5);
            return new Lazy<Task<LiveEvent>>(() => LoadAsync(row));
        });
        return loading?.Value ?? LoadAsync(row);
    }

    public void Dispose() => recent.Dispose();

    private async Task<LiveEvent> LoadAsync(StreamEvent row)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var actor = row.ActorId is { } actorId
            ? await db.Users.Where(account => account.Id == actorId).Select(account => new LiveActor(account.Id, account.DisplayName)).SingleOrDefaultAsync()
            : null;
        if (row.SubjectId is not { } subject)
            return new LiveEvent(row, actor, null, null);

        return row.Kind switch
        {
            DiscussionEvents.CommentPosted or DiscussionEvents.CommentEdited or DiscussionEvents.CommentDeleted or DiscussionEvents.CommentHidden or DiscussionEvents.CommentReacted =>
                await OfCommentAsync(db, row, actor, subject),
            AnnotationEvents.Added => new LiveEvent(row, actor, null, await db.CardsOf(db.Annotations().Where(mark => mark.Id == subject && mark.RemovedAt == null)).SingleOrDefaultAsync()),
            DiscussionEvents.ThreadChanged => new LiveEvent(row, actor, null, await CardOfAsync(db, row.ThreadId)),
            _ => new LiveEvent(row, actor, null, null),
        };
    }

    private static async Task<LiveEvent> OfCommentAsync(StudyGroupDbContext db, StreamEvent row, LiveActor? actor, Guid commentId)
    {
        var comment = await db.ViewsOf(db.Comments().Where(comment => comment.Id == commentId)).SingleOrDefaultAsync();
        return new LiveEvent(row, actor, comment, await CardOfAsync(db, row.ThreadId));
    }

    private static async Task<ThreadCard?> CardOfAsync(StudyGroupDbContext db, Guid? threadId)
    {
        var markId = await db.Threads().Where(thread => thread.Id == threadId).Select(thread => thread.AnnotationId).SingleOrDefaultAsync();
        return markId is null
            ? await db.WholeReadingCardsOf(db.Threads().Where(thread => thread.Id == threadId)).SingleOrDefaultAsync()
            : await db.CardsOf(db.Annotations().Where(mark => mark.Id == markId)).SingleOrDefaultAsync();
    }
}
