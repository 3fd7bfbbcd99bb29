using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A thread's head: where it stands and what it is about. One that is closed to the member, whose own note comes first, is told and counted without its words.</summary>
public sealed record ThreadView(
    Guid Id,
    GroupView Group,
    Guid? ReadingId,
    string? ReadingSlug,
    string? ReadingTitle,
    string? Title,
    string? Quote,
    string? BlockKey,
    int? Paragraph,
    bool IsQuestion,
    bool IsPrivate,
    bool IsLocked,
    Guid StartedById,
    DateTimeOffset StartedAt,
    long LastSequence,
    int Comments,
    Guid? FirstCommentId,
    ThreadStanding Standing,
    bool IsClosed)
{
    public string? Title { get; } = IsClosed ? null : Title;

    public ThreadStanding Standing { get; } = IsClosed ? Standing.WithoutWords() : Standing;

    /// <summary>The section of the reading that it belongs to; null for group talk.</summary>
    public string? Section { get; init; }

    /// <summary>Null while comments can be added.</summary>
    public ThreadLock? Lock { get => IsClosed ? field?.WithoutWords() : field; init; }

    /// <summary>Until when it stands first in the lists; null where it does not.</summary>
    public DateTimeOffset? PinnedUntil { get; init; }

    /// <summary>Whether the quoted words are known to be in the text as it is now; null without a passage.</summary>
    public AnchorState? Passage { get; init; }
}

/// <summary>The thread that a comment is in, and what that is about.</summary>
public sealed record CommentAddress(string GroupSlug, Guid ThreadId, Guid? ReadingId, bool IsOnPassage);

/// <summary>The thread page, an open card, and lists of threads.</summary>
public sealed partial class ThreadQuery(IDbContextFactory<StudyGroupDbContext> contexts, TimeProvider time)
{
    /// <summary>How many comments are read at once.</summary>
    public const int PageSize = 200;

    /// <returns>Null for who may not see it, whether it exists or not. With <paramref name="groupSlug"/> given, only where it is the thread's group.</returns>
    public async Task<ThreadView?> FindAsync(Guid threadId, string? groupSlug, CurrentMember member, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from thread in db.ThreadsFor(member.AccountId)
            where thread.Id == threadId
            join grp in db.Groups() on thread.GroupId equals grp.Id
            where groupSlug == null || grp.Slug == groupSlug
            join membership in db.Memberships() on grp.Id equals membership.GroupId
            where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
            from item in db.ShelfItems().Where(item => item.GroupId == thread.GroupId && item.ReadingId == thread.ReadingId).DefaultIfEmpty()
            from reading in db.Readings().Where(reading => reading.Id == thread.ReadingId).DefaultIfEmpty()
            from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
            from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
            select new ThreadView(
                thread.Id,
                new GroupView(grp.Id, grp.Slug, grp.Name, grp.Description, membership.Role),
                thread.ReadingId,
                item == null ? null : item.Slug,
                reading == null ? null : reading.Title,
                thread.Title,
                mark == null ? null : mark.Quote,
                mark == null ? null : mark.StartBlock,
                block == null ? null : block.Number,
                thread.IsQuestion,
                thread.IsPrivate,
                thread.LockedAt != null,
                thread.StartedById,
                thread.StartedAt,
                thread.LastSequence,
                thread.CommentCount,
                db.Comments()
                    .Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence)
                    .Select(comment => (Guid?)comment.Id).FirstOrDefault(),
                new ThreadStanding(
                    thread.AcceptedCommentId,
                    db.Users.Where(person => person.Id == thread.AcceptedById).Select(person => person.DisplayName).FirstOrDefault(),
                    thread.IsResolved,
                    db.Users.Where(person => person.Id == thread.SettledById).Select(person => person.DisplayName).FirstOrDefault(),
                    thread.SettledAt,
                    thread.SettledReason),
                db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == member.AccountId))
            {
                Section = thread.ReadingId == null ? null : thread.AnnotationId == null ? OpenedSection.Whole : block == null ? OpenedSection.Opening : block.Section,
                Lock = thread.LockedAt == null ? null : new ThreadLock(
                    db.Users.Where(person => person.Id == thread.LockedById).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                    thread.LockedAt.GetValueOrDefault(),
                    thread.LockedReason ?? ""),
                PinnedUntil = thread.PinnedUntil > now ? thread.PinnedUntil : null,
                Passage = mark == null ? null : mark.State,
            }).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Comments after the number given (0 for the first), in their order, at most <see cref="PageSize"/>.</summary>
    public async Task<IReadOnlyList<CommentView>> CommentsAsync(Guid threadId, long after, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ViewsOf(VisibleComments(db, member).Where(comment => comment.ThreadId == threadId && comment.Sequence > after).OrderBy(comment => comment.Sequence).Take(PageSize))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The last comments before the number given, in their order, at most <see cref="PageSize"/>.</summary>
    public async Task<IReadOnlyList<CommentView>> CommentsBeforeAsync(Guid threadId, long before, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ViewsOf(VisibleComments(db, member).Where(comment => comment.ThreadId == threadId && comment.Sequence < before).OrderByDescending(comment => comment.Sequence).Take(PageSize))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One comment as it is now, or null when it is not for the member.</summary>
    public async Task<CommentView?> CommentAsync(Guid commentId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ViewsOf(VisibleComments(db, member).Where(comment => comment.Id == commentId)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Where a comment is now, wherever a link to it was made; null for who may not see its thread.</summary>
    public async Task<CommentAddress?> AddressAsync(Guid commentId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from comment in db.Comments()
            where comment.Id == commentId
            join thread in db.ThreadsFor(member.AccountId) on comment.ThreadId equals thread.Id
            join grp in db.Groups() on thread.GroupId equals grp.Id
            where db.ReadableGroups(member.AccountId).Contains(grp.Id)
            select new CommentAddress(grp.Slug, thread.Id, thread.ReadingId, thread.AnnotationId != null)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The mark that a thread hangs on; null for other threads, and for who may not see it.</summary>
    public async Task<Guid?> MarkOfAsync(Guid threadId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ThreadsFor(member.AccountId)
            .Where(thread => thread.Id == threadId && db.ReadableGroups(member.AccountId).Contains(thread.GroupId))
            .Select(thread => thread.AnnotationId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The reading that a thread is about; null for group talk, and for who may not see it.</summary>
    public async Task<Guid?> ReadingOfAsync(Guid threadId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ThreadsFor(member.AccountId)
            .Where(thread => thread.Id == threadId && db.ReadableGroups(member.AccountId).Contains(thread.GroupId))
            .Select(thread => thread.ReadingId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What the author typed, for the editor; null for anybody else.</summary>
    public async Task<CommentSource?> SourceAsync(Guid commentId, CurrentMember author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await VisibleComments(db, author)
            .Where(comment => comment.Id == commentId && comment.AuthorId == author.AccountId && comment.DeletedAt == null && comment.HiddenAt == null)
            .Select(comment => new CommentSource(comment.Markdown, comment.Version)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Comments that are neither deleted nor hidden, for each reading of a group.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CommentsPerReadingAsync(Guid groupId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Threads()
            .Where(thread => thread.GroupId == groupId && !thread.IsPrivate && thread.ReadingId != null && db.ReadableGroups(member.AccountId).Contains(thread.GroupId))
            .GroupBy(thread => thread.ReadingId)
            .Select(rows => new { ReadingId = rows.Key, Comments = rows.Sum(thread => thread.CommentCount) })
            .ToDictionaryAsync(row => row.ReadingId.GetValueOrDefault(), row => row.Comments, cancellationToken);
    }

    private static IQueryable<Comment> VisibleComments(StudyGroupDbContext db, CurrentMember member) => db.Comments().Where(comment =>
        db.ThreadsOpenTo(member.AccountId).Any(thread => thread.Id == comment.ThreadId) && db.ReadableGroups(member.AccountId).Contains(comment.GroupId));
}
