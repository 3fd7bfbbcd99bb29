using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>Marks sections as read for who has read them to the end, in the groups that have set it so.</summary>
public sealed class SectionReading(IDbContextFactory<StudyGroupDbContext> contexts, MarkSectionReadHandler markRead)
{
    /// <summary>The member has read on in this text.</summary>
    public async Task<Result> ReadOnAsync(Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        foreach (var request in await ReadNowAsync(readingId, member, cancellationToken))
        {
            var done = await markRead.HandleAsync(request, member, cancellationToken);
            if (!done.Succeeded)
                return done;
        }

        return Result.Success;
    }

    /// <summary>What of the text ends at this place or before it; with its last block all that is said about the whole.</summary>
    internal static async Task<IReadOnlyList<string>> EndedAsync(StudyGroupDbContext db, Guid readingId, int furthest, CancellationToken cancellationToken)
    {
        var sections = await (
            from reading in db.Readings()
            where reading.Id == readingId
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            group block.Position by block.Section into section
            select new { section.Key, Last = section.Max() }).ToListAsync(cancellationToken);
        var ended = sections.Where(section => section.Last <= furthest).Select(section => section.Key).ToList();
        return ended.Count > 0 && ended.Count == sections.Count ? [.. ended, OpenedSection.Whole] : ended;
    }

    private async Task<IReadOnlyList<MarkSectionRead>> ReadNowAsync(Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await db.ShelfItems()
            .Where(item => item.ReadingId == readingId && item.OwnNoteFirst && item.OpensByReading && db.ReadableGroups(member.AccountId).Contains(item.GroupId))
            .Select(item => item.GroupId).ToListAsync(cancellationToken);
        if (groups.Count == 0)
            return [];

        var furthest = await db.ReadingPositions()
            .Where(place => place.AccountId == member.AccountId && place.ReadingId == readingId).Select(place => (int?)place.Furthest).SingleOrDefaultAsync(cancellationToken);
        var ended = await EndedAsync(db, readingId, furthest ?? -1, cancellationToken);
        var opened = (await db.OpenedSections().Where(row => row.AccountId == member.AccountId && row.ReadingId == readingId)
            .Select(row => new { row.GroupId, row.Section }).ToListAsync(cancellationToken)).Select(row => (row.GroupId, row.Section)).ToHashSet();
        return [.. from groupId in groups from section in ended where !opened.Contains((groupId, section)) select new MarkSectionRead(groupId, readingId, section)];
    }
}
