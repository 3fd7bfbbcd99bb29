using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Somebody who made a mark.</summary>
public sealed record CardAuthor(Guid Id, string Name);

/// <summary>The margin of a reading in a group. Every method filters by what the member may see now, whatever the page believed when it was opened; what waits for
/// their own note is not in it (<see cref="SectionQuery"/> counts that).</summary>
public sealed class MarginQuery(IDbContextFactory<StudyGroupDbContext> contexts, TimeProvider time)
{
    /// <summary>How many cards a page holds at once.</summary>
    public const int Window = 200;

    // What every page of the reading asks is compiled; not static, since a compiled query belongs to the model of one engine.
    private readonly Func<StudyGroupDbContext, Guid, Guid, int, Guid, IAsyncEnumerable<ThreadCard>> cardsFrom =
        EF.CompileAsyncQuery((StudyGroupDbContext db, Guid groupId, Guid readingId, int fromPosition, Guid accountId) => (
            from mark in (
                from membership in db.Memberships()
                where membership.AccountId == accountId && membership.GroupId == groupId && membership.Status == MembershipStatus.Active
                join mark in db.Annotations() on membership.GroupId equals mark.GroupId
                where mark.ReadingId == readingId && mark.RemovedAt == null && (!mark.IsPrivate || mark.AuthorId == accountId) && mark.StartPosition >= fromPosition
                    && !(db.Gates().Any(gate => gate.AccountId == accountId && gate.GroupId == groupId && gate.ReadingId == readingId)
                        && db.ClosedThreads().Any(closed => closed.AnnotationId == mark.Id && closed.AccountId == accountId))
                orderby mark.StartPosition, mark.StartOffset, mark.Id
                select mark).Take(Window)
            join author in db.Users on mark.AuthorId equals author.Id
            from thread in db.Threads().Where(thread => thread.AnnotationId == mark.Id).DefaultIfEmpty()
            from first in db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence).DefaultIfEmpty()
            from firstAuthor in db.Users.Where(person => person.Id == first.AuthorId).DefaultIfEmpty()
            from accepter in db.Users.Where(person => person.Id == thread.AcceptedById).DefaultIfEmpty()
            from settler in db.Users.Where(person => person.Id == thread.SettledById).DefaultIfEmpty()
            orderby mark.StartPosition, mark.StartOffset, mark.Id
            select new CardRow { Mark = mark, Author = author, Thread = thread, First = first, FirstAuthor = firstAuthor, Accepter = accepter, Settler = settler }).Select(CardRow.Card).TagWith(KeptConnection.Tag));

    private readonly Func<StudyGroupDbContext, Guid, Guid, Guid, DateTimeOffset, IAsyncEnumerable<ThreadCard>> onTheWhole =
        EF.CompileAsyncQuery((StudyGroupDbContext db, Guid groupId, Guid readingId, Guid accountId, DateTimeOffset now) => (
            from thread in (
                from membership in db.Memberships()
                where membership.AccountId == accountId && membership.GroupId == groupId && membership.Status == MembershipStatus.Active
                join thread in db.Threads() on membership.GroupId equals thread.GroupId
                where thread.ReadingId == readingId && thread.AnnotationId == null && (!thread.IsPrivate || thread.StartedById == accountId)
                    && !(db.Gates().Any(gate => gate.AccountId == accountId && gate.GroupId == groupId && gate.ReadingId == readingId)
                        && db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == accountId))
                orderby thread.PinnedUntil != null && thread.PinnedUntil > now descending, thread.LastSequence descending
                select thread).Take(50)
            join author in db.Users on thread.StartedById equals author.Id
            from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
            from first in db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence).DefaultIfEmpty()
            from firstAuthor in db.Users.Where(person => person.Id == first.AuthorId).DefaultIfEmpty()
            from accepter in db.Users.Where(person => person.Id == thread.AcceptedById).DefaultIfEmpty()
            from settler in db.Users.Where(person => person.Id == thread.SettledById).DefaultIfEmpty()
            orderby thread.PinnedUntil != null && thread.PinnedUntil > now descending, thread.LastSequence descending
            select new CardRow { Mark = mark, Author = author, Thread = thread, First = first, FirstAuthor = firstAuthor, Accepter = accepter, Settler = settler }).Select(CardRow.Card).TagWith(KeptConnection.Tag));

    /// <summary>Every mark of the reading, in the order of the text.</summary>
    public async Task<IReadOnlyList<MarkView>> MarksAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Visible(db, groupId, readingId, member)
            .OrderBy(mark => mark.StartPosition).ThenBy(mark => mark.StartOffset).ThenBy(mark => mark.Id)
            .Select(mark => new MarkView(
                    mark.Id, mark.EditionId, mark.Kind, mark.IsPrivate, mark.AuthorId, mark.StartBlock, mark.StartOffset, mark.StartPosition,
                    mark.State == AnchorState.Found ? mark.EndBlock : mark.StartBlock,
                    mark.State == AnchorState.Found ? mark.EndOffset : mark.StartOffset,
                    mark.State == AnchorState.Found ? mark.EndPosition : mark.StartPosition)
            {
                State = mark.State,
                Comments = db.Threads().Where(thread => thread.AnnotationId == mark.Id).Sum(thread => thread.CommentCount),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Cards of the marks that start at the block in this place of the text or later, in the order of the text, at most <see cref="Window"/>.</summary>
    public async Task<IReadOnlyList<ThreadCard>> CardsAsync(Guid groupId, Guid readingId, int fromPosition, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await cardsFrom(db, groupId, readingId, fromPosition, member.AccountId).ToListAsync(cancellationToken);
    }

    /// <summary>The next cards after a mark, in the order of the text, at most <see cref="Window"/>: hundreds may start in one block.</summary>
    public async Task<IReadOnlyList<ThreadCard>> CardsAfterAsync(Guid groupId, Guid readingId, MarkView last, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var marks = Visible(db, groupId, readingId, member)
            .Where(mark => mark.StartPosition > last.StartPosition
                || (mark.StartPosition == last.StartPosition && mark.StartOffset > last.StartOffset)
                || (mark.StartPosition == last.StartPosition && mark.StartOffset == last.StartOffset && mark.Id.CompareTo(last.Id) > 0))
            .OrderBy(mark => mark.StartPosition).ThenBy(mark => mark.StartOffset).ThenBy(mark => mark.Id)
            .Take(Window);
        return await db.CardsOf(marks).ToListAsync(cancellationToken);
    }

    /// <summary>Who made the marks of the reading, by name, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<CardAuthor>> AuthorsAsync(Guid groupId, Guid readingId, int most, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from authorId in Visible(db, groupId, readingId, member).Select(mark => mark.AuthorId).Distinct()
            join person in db.Users on authorId equals person.Id
            orderby person.DisplayName, person.Id
            select new CardAuthor(person.Id, person.DisplayName)).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The cards of these marks, in the order of the text, without those that are not (or no longer) for the member.</summary>
    public async Task<IReadOnlyList<ThreadCard>> CardsOfAsync(Guid groupId, Guid readingId, IReadOnlyCollection<Guid> annotationIds, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CardsOf(Visible(db, groupId, readingId, member).Where(mark => annotationIds.Contains(mark.Id))).ToListAsync(cancellationToken);
    }

    /// <summary>The card of one mark, or null when it is not (or no longer) for the member.</summary>
    public async Task<ThreadCard?> CardAsync(Guid groupId, Guid readingId, Guid annotationId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CardsOf(Visible(db, groupId, readingId, member).Where(mark => mark.Id == annotationId)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Threads on the reading as a whole, at most 50: those that are pinned, and then the newest first.</summary>
    public async Task<IReadOnlyList<ThreadCard>> WholeReadingAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await onTheWhole(db, groupId, readingId, member.AccountId, time.GetUtcNow()).ToListAsync(cancellationToken);
    }

    private static IQueryable<Annotation> Visible(StudyGroupDbContext db, Guid groupId, Guid readingId, CurrentMember member) =>
        db.AnnotationsFor(member.AccountId).Where(mark =>
            mark.GroupId == groupId && mark.ReadingId == readingId && db.ReadableGroups(member.AccountId).Contains(mark.GroupId)
            && !(db.Gates().Any(gate => gate.AccountId == member.AccountId && gate.GroupId == groupId && gate.ReadingId == readingId)
                && db.ClosedThreads().Any(closed => closed.AnnotationId == mark.Id && closed.AccountId == member.AccountId)));
}
