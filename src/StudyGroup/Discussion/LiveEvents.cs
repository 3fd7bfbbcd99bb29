using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Who did it, as others see the name now.</summary>
public sealed record LiveActor(Guid Id, string Name);

/// <summary>An event together with what it concerns as that is now: the comment, or the mark with its thread.</summary>
public sealed record LiveEvent(StreamEvent Row, LiveActor? Actor, CommentView? Comment, ThreadCard? Card)
{
    /// <summary>The thread where the comment is now, if that is not the one that the event was told in: there it is gone.</summary>
    public Guid? Elsewhere { get; init; }

    /// <summary>Of a comment that was moved: the other of the two threads.</summary>
    public Guid? MovedBetween { get; init; }

    /// <summary>Set where the words wait for the receiver's own note and are not in it: what waits now in that section.</summary>
    public WaitingSection? Waiting { get; init; }

    /// <summary>Set for the events of a live session: as it stands now, also when it has ended.</summary>
    public LiveSessionView? Session { get; init; }
}

/// <summary>
/// Gives events their contents. The log holds ids alone, so what an event shows is the present state: applying it to an older state gives the fresh
/// one, and words that were deleted or hidden never come back. Each event is read once and shared by all who get it.
/// </summary>
public sealed class LiveEvents(IDbContextFactory<StudyGroupDbContext> contexts) : IDisposable
{
    /// <summary>What everybody gets, and the accounts that do not see the words of it yet.</summary>
    private sealed record SharedNews(LiveEvent News, ClosedNews? Closed);

    private readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = 4_000 });

    /// <summary>
    /// What came together, in its order, as it is for the member. The caller delivers only what its member may see; this asks for their own note alone.
    /// Every event of one comment or thread shows what the last of them shows: what was kept for an earlier one may be words that the last one took away.
    /// </summary>
    public async Task<IReadOnlyList<LiveEvent>> GetAsync(IEnumerable<StreamEvent> rows, CurrentMember member) =>
        [.. (await ShareAsync([.. rows])).Select(shared => shared.Closed?.IsFor(member.AccountId) == true ? Withhold(shared.News, shared.Closed.Waiting) : shared.News)];

    /// <summary>The same for what was missed: how the group reads a text may have changed since an event was read for others, so that is asked now.</summary>
    public async Task<IReadOnlyList<LiveEvent>> GetMissedAsync(IEnumerable<StreamEvent> rows, CurrentMember member, CancellationToken cancellationToken)
    {
        var all = await ShareAsync([.. rows]);
        var threads = all.Select(shared => ThreadOf(shared.News)).OfType<Guid>().Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var closed = await db.ClosedThreads().Where(row => row.AccountId == member.AccountId && threads.Contains(row.ThreadId))
            .Select(row => new { row.ThreadId, row.ReadingId, row.GroupId, row.Section }).ToDictionaryAsync(row => row.ThreadId, cancellationToken);
        return [.. all.Select(shared => ThreadOf(shared.News) is { } id && closed.TryGetValue(id, out var row)
            ? Withhold(shared.News, shared.Closed?.Waiting ?? new WaitingSection(row.Section, null, 0, 0))
            : shared.News)];
    }

    public void Dispose() => recent.Dispose();

    private static LiveEvent Withhold(LiveEvent news, WaitingSection waiting) =>
        news with { Comment = news.Comment?.WithoutWords(), Card = news.Card?.WithoutWords(), Waiting = waiting };

    private static Guid? ThreadOf(LiveEvent news) => news.Comment?.ThreadId ?? news.Card?.ThreadId;

    private async Task<IReadOnlyList<SharedNews>> ShareAsync(IReadOnlyList<StreamEvent> asked)
    {
        var lastOfComment = Last(asked.Where(IsOfComment), row => row.SubjectId);
        var lastOfThread = Last(asked.Where(IsOfThread), row => row.ThreadId);
        var news = new List<SharedNews>(asked.Count);
        foreach (var row in asked)
        {
            var comment = IsOfComment(row) ? lastOfComment[(row.StreamId, row.SubjectId)] : row;
            var card = IsOfThread(row) ? lastOfThread[(row.StreamId, row.ThreadId)] : row;
            var (last, closed) = await GetAsync(card);
            var words = (await GetAsync(comment)).News.Comment;
            // What was moved on is gone from the thread that the event was told in, whatever was said of it there.
            var elsewhere = words is not null && words.ThreadId != row.ThreadId ? words.ThreadId : (Guid?)null;
            news.Add(new SharedNews((await GetAsync(row)).News with { Comment = elsewhere is null ? words : null, Elsewhere = elsewhere, Card = last.Card }, closed));
        }

        return news;
    }

    private static bool IsOfComment(StreamEvent row) => row.Kind
        is DiscussionEvents.CommentPosted or DiscussionEvents.CommentEdited or DiscussionEvents.CommentDeleted or DiscussionEvents.CommentHidden or DiscussionEvents.CommentReacted
        or DiscussionEvents.CommentMoved or DiscussionEvents.CommentParted;

    private static bool IsOfThread(StreamEvent row) => IsOfComment(row) || row.Kind == DiscussionEvents.ThreadChanged;

    private static Dictionary<(Guid, Guid?), StreamEvent> Last(IEnumerable<StreamEvent> rows, Func<StreamEvent, Guid?> thing)
    {
        var last = new Dictionary<(Guid, Guid?), StreamEvent>();
        foreach (var row in rows.OrderBy(row => row.Sequence))
            last[(row.StreamId, thing(row))] = row;
        return last;
    }

    private Task<SharedNews> GetAsync(StreamEvent row)
    {
        var loading = recent.GetOrCreate((row.StreamId, row.Sequence), entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromMinutes(1);
            // A later event changes what this one shows: without an end the cache would keep words that were deleted meanwhile.
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(5);
            return new Lazy<Task<SharedNews>>(() => LoadAsync(row));
        });
        return loading?.Value ?? LoadAsync(row);
    }

    private async Task<SharedNews> LoadAsync(StreamEvent row)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var news = await LoadAsync(db, row);
        return new SharedNews(news, row.ReadingId is { } readingId && (row.ThreadId ?? news.Card?.ThreadId) is { } threadId ? await ClosedNews.ReadAsync(db, threadId, readingId) : null);
    }

    private static async Task<LiveEvent> LoadAsync(StudyGroupDbContext db, StreamEvent row)
    {
        var actor = row.ActorId is { } actorId
            ? await db.Users.Where(account => account.Id == actorId).Select(account => new LiveActor(account.Id, account.DisplayName)).SingleOrDefaultAsync()
            : null;
        if (row.SubjectId is not { } subject)
            return new LiveEvent(row, actor, null, null);

        return row.Kind switch
        {
            _ when IsOfComment(row) => new LiveEvent(
                row, actor, await db.ViewsOf(db.Comments().Where(comment => comment.Id == subject)).SingleOrDefaultAsync(), await CardOfThreadAsync(db, row))
            {
                MovedBetween = row.Kind == DiscussionEvents.CommentMoved ? await OtherThreadAsync(db, row) : null,
            },
            DiscussionEvents.ThreadChanged => new LiveEvent(row, actor, null, await CardOfThreadAsync(db, row)),
            AnnotationEvents.Added or LinkEvents.Added => new LiveEvent(row, actor, null, await db.CardsOf(db.Annotations().Where(mark => mark.Id == subject && mark.RemovedAt == null)).SingleOrDefaultAsync()),
            _ when LiveSessionEvents.Has(row.Kind) => new LiveEvent(row, actor, null, null)
            {
                Session = await LiveSessionView.ReadAsync(db, db.LiveSessions().Where(session => session.Id == subject), CancellationToken.None),
            },
            _ => new LiveEvent(row, actor, null, null),
        };
    }

    private static async Task<Guid?> OtherThreadAsync(StudyGroupDbContext db, StreamEvent row)
    {
        var move = await (
            from moved in db.MovedComments()
            where moved.CommentId == row.SubjectId
            join known in db.CommentMoves() on moved.MoveId equals known.Id
            where known.FromThreadId == row.ThreadId || known.ToThreadId == row.ThreadId
            orderby known.At descending, known.Id descending
            select new { known.FromThreadId, known.ToThreadId }).FirstOrDefaultAsync();
        return move?.FromThreadId == row.ThreadId ? move?.ToThreadId : move?.FromThreadId;
    }

    private static async Task<ThreadCard?> CardOfThreadAsync(StudyGroupDbContext db, StreamEvent row)
    {
        var markId = await db.Threads().Where(thread => thread.Id == row.ThreadId).Select(thread => thread.AnnotationId).SingleOrDefaultAsync();
        return markId is null
            ? await db.WholeReadingCardsOf(db.Threads().Where(thread => thread.Id == row.ThreadId)).SingleOrDefaultAsync()
            : await db.CardsOf(db.Annotations().Where(mark => mark.Id == markId)).SingleOrDefaultAsync();
    }
}
