using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;

namespace StudyGroup.Discussion.Sections;

/// <summary>
/// What members have opened, in sections of the new edition. One that goes by another heading now is open to who had opened all the sections that its words
/// come from; under the same heading everything stays as it was.
/// </summary>
public sealed class SectionsFollow(TimeProvider time) : IEditionFollower
{
    public async Task FollowAsync(StudyGroupDbContext db, EditionMove move, CancellationToken cancellationToken)
    {
        var old = move.Change.Old.ToDictionary(block => block.Key, block => block.Section, StringComparer.Ordinal);
        var known = old.Values.ToHashSet(StringComparer.Ordinal);
        var renamed = move.Change.New
            .Where(block => !known.Contains(block.Section) && old.ContainsKey(block.Key))
            .GroupBy(block => block.Section, block => old[block.Key], StringComparer.Ordinal)
            .ToDictionary(section => section.Key, section => section.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        if (renamed.Count == 0)
            return;

        var now = time.GetUtcNow();
        var opened = await db.OpenedSections().AsNoTracking().Where(row => row.ReadingId == move.ReadingId).ToListAsync(cancellationToken);
        foreach (var member in opened.GroupBy(row => (row.AccountId, row.GroupId)))
        {
            var sections = member.Select(row => row.Section).ToHashSet(StringComparer.Ordinal);
            db.OpenedSections().AddRange(renamed.Where(section => section.Value.IsSubsetOf(sections) && !sections.Contains(section.Key)).Select(section => new OpenedSection
            {
                AccountId = member.Key.AccountId,
                GroupId = member.Key.GroupId,
                ReadingId = move.ReadingId,
                Section = section.Key,
                At = now,
            }));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
