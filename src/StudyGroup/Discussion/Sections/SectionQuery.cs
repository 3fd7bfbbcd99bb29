using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>Comments that a member does not see yet.</summary>
/// <param name="Section">Key of the heading, or a name of <see cref="OpenedSection"/>.</param>
/// <param name="Block">Where the section begins; null for the reading as a whole.</param>
/// <param name="Position">Place of that block in the text.</param>
/// <param name="Comments">How many there are.</param>
public sealed record WaitingSection(string Section, string? Block, int Position, int Comments);

/// <summary>How a reading that is set to "own note first" stands for a member.</summary>
/// <param name="IsSet">Whether the group has set it.</param>
/// <param name="Waiting">Sections that are closed to the member and have something in them, in the order of the text, the reading as a whole last.</param>
/// <param name="Opened">Sections that the member has opened.</param>
public sealed record SectionsView(bool IsSet, IReadOnlyList<WaitingSection> Waiting, IReadOnlyList<string> Opened)
{
    public static readonly SectionsView None = new(false, [], []);
}

/// <summary>What a member has still to open in a reading: numbers, never words.</summary>
public sealed class SectionQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public async Task<SectionsView> ListAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isSet = await db.ShelfItems().AnyAsync(
            item => item.GroupId == groupId && item.ReadingId == readingId && item.OwnNoteFirst && db.ReadableGroups(member.AccountId).Contains(item.GroupId), cancellationToken);
        if (!isSet)
            return SectionsView.None;

        var opened = await db.OpenedSections()
            .Where(row => row.AccountId == member.AccountId && row.GroupId == groupId && row.ReadingId == readingId)
            .Select(row => row.Section).ToListAsync(cancellationToken);
        var counts = await db.ClosedThreads()
            .Where(closed => closed.AccountId == member.AccountId && closed.GroupId == groupId && closed.ReadingId == readingId && closed.Comments > 0)
            .GroupBy(closed => closed.Section)
            .Select(threads => new { Section = threads.Key, Comments = threads.Sum(closed => closed.Comments) })
            .ToDictionaryAsync(row => row.Section, row => row.Comments, cancellationToken);
        return new SectionsView(true, await PlaceAsync(db, readingId, counts, cancellationToken), opened);
    }

    /// <summary>Where the sections with these counts begin in the text as it is now.</summary>
    internal static async Task<IReadOnlyList<WaitingSection>> PlaceAsync(
        StudyGroupDbContext db, Guid readingId, IReadOnlyDictionary<string, int> counts, CancellationToken cancellationToken)
    {
        var keys = counts.Keys.ToList();
        var begins = await (
            from reading in db.Readings()
            where reading.Id == readingId
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            where keys.Contains(block.Section) && (block.Key == block.Section || block.Position == 0)
            orderby block.Position
            select new { block.Section, block.Key, block.Position }).ToListAsync(cancellationToken);
        var waiting = begins.Select(begin => new WaitingSection(begin.Section, begin.Key, begin.Position, counts[begin.Section]));
        return counts.TryGetValue(OpenedSection.Whole, out var onTheWhole) ? [.. waiting, new WaitingSection(OpenedSection.Whole, null, int.MaxValue, onTheWhole)] : [.. waiting];
    }
}
