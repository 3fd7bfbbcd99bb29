using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A thread in a list. One that is closed to the member is counted without its words.</summary>
public sealed record ThreadRow(
    Guid Id, string? Title, string? Quote, string? FirstMarkdown, string? ReadingSlug, string? ReadingTitle, bool IsQuestion, bool IsAnswered, bool IsResolved, bool IsLocked, int Comments, string StartedByName, DateTimeOffset LastAt, long LastSequence, bool IsClosed)
{
    public string? Title { get; } = IsClosed ? null : Title;

    /// <summary>Until when it stands first; null where it stands at its own place.</summary>
    public DateTimeOffset? PinnedUntil { get; init; }

    public string? FirstMarkdown { get; } = IsClosed ? null : FirstMarkdown;
}

/// <summary>Where a list of threads goes on: what was pinned at that moment stood first and does not come again.</summary>
/// <param name="Number">Number of the last thread that is known.</param>
/// <param name="At">When the list was begun.</param>
public sealed record ThreadsBefore(long Number, DateTimeOffset At);

public sealed partial class ThreadQuery
{
    /// <summary>How many threads are listed at once, besides those that are pinned.</summary>
    public const int ListSize = 50;

    /// <summary>
    /// Those that are pinned first, and then the others by their newest comment, at most <see cref="ListSize"/> of them before the number given. Private notes,
    /// what was published and taken back, and threads whose comments were all moved elsewhere are left out.
    /// </summary>
    public async Task<IReadOnlyList<ThreadRow>> RecentAsync(Guid groupId, ThreadsBefore? before, CurrentMember member, CancellationToken cancellationToken)
    {
        // A pin that ends, or is set, while somebody pages must not take a thread out of the list: what was pinned is told by the moment that the list was begun.
        var begun = before?.At ?? time.GetUtcNow();
        var number = before?.Number;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var threads = db.Threads().Where(thread =>
            thread.GroupId == groupId && !thread.IsPrivate && thread.LastSequence > 0 && db.ReadableGroups(member.AccountId).Contains(thread.GroupId)
            && (thread.AnnotationId == null || db.Annotations().Any(mark => mark.Id == thread.AnnotationId && mark.RemovedAt == null)));
        var others = await Rows(db, threads.Where(thread => (thread.PinnedUntil == null || thread.PinnedUntil <= begun || thread.PinnedAt > begun) && (number == null || thread.LastSequence < number))
            .OrderByDescending(thread => thread.LastSequence).Take(ListSize), begun, member).ToListAsync(cancellationToken);
        return number is not null ? others : [
            .. await Rows(db, threads.Where(thread => thread.PinnedUntil > begun && thread.PinnedAt <= begun), begun, member).ToListAsync(cancellationToken),
            .. others];
    }

    private static IQueryable<ThreadRow> Rows(StudyGroupDbContext db, IQueryable<DiscussionThread> threads, DateTimeOffset now, CurrentMember member) =>
        from thread in threads
        join account in db.Users on thread.StartedById equals account.Id
        from item in db.ShelfItems().Where(item => item.GroupId == thread.GroupId && item.ReadingId == thread.ReadingId).DefaultIfEmpty()
        from reading in db.Readings().Where(reading => reading.Id == thread.ReadingId).DefaultIfEmpty()
        from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
        orderby thread.LastSequence descending
        select new ThreadRow(
            thread.Id,
            thread.Title,
            mark == null ? null : mark.Quote,
            db.Comments()
                .Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence && comment.HiddenAt == null)
                .Select(comment => comment.Markdown).FirstOrDefault(),
            item == null ? null : item.Slug,
            reading == null ? null : reading.Title,
            thread.IsQuestion,
            thread.AcceptedCommentId != null,
            thread.IsResolved,
            thread.LockedAt != null,
            thread.CommentCount,
            account.DisplayName,
            thread.LastAt,
            thread.LastSequence,
            db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == member.AccountId))
        {
            PinnedUntil = thread.PinnedUntil > now && thread.PinnedAt <= now ? thread.PinnedUntil : null,
        };
}
