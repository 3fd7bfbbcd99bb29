using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The margin of a reading in a group. Every method filters by what the member may see now, whatever the page believed when it was opened.</summary>
public sealed class MarginQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>How many cards a page holds at once.</summary>
    public const int Window = 200;

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
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Cards of the marks that start at the block in this place of the text or later, in the order of the text, at most <see cref="Window"/>.</summary>
    public async Task<IReadOnlyList<ThreadCard>> CardsAsync(Guid groupId, Guid readingId, int fromPosition, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var marks = Visible(db, groupId, readingId, member)
            .Where(mark => mark.StartPosition >= fromPosition)
            .OrderBy(mark => mark.StartPosition).ThenBy(mark => mark.StartOffset).ThenBy(mark => mark.Id)
            .Take(Window);
        return await db.CardsOf(marks).ToListAsync(cancellationToken);
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

    /// <summary>The card of one mark, or null when it is not (or no longer) for the member.</summary>
    public async Task<ThreadCard?> CardAsync(Guid groupId, Guid readingId, Guid annotationId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CardsOf(Visible(db, groupId, readingId, member).Where(mark => mark.Id == annotationId)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Threads on the reading as a whole, newest first, at most 50.</summary>
    public async Task<IReadOnlyList<ThreadCard>> WholeReadingAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var threads = db.ThreadsFor(member.AccountId)
            .Where(thread => thread.GroupId == groupId && thread.ReadingId == readingId && thread.AnnotationId == null
                && db.ReadableGroups(member.AccountId).Contains(thread.GroupId))
            .OrderByDescending(thread => thread.LastSequence)
            .Take(50);
        return await db.WholeReadingCardsOf(threads).ToListAsync(cancellationToken);
    }

    private static IQueryable<Annotation> Visible(StudyGroupDbContext db, Guid groupId, Guid readingId, CurrentMember member) =>
        db.AnnotationsFor(member.AccountId).Where(mark =>
            mark.GroupId == groupId && mark.ReadingId == readingId && db.ReadableGroups(member.AccountId).Contains(mark.GroupId));
}
