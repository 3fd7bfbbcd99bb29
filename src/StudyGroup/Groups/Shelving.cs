using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Puts readings at the end of a group's shelf, inside the caller's transaction.</summary>
public sealed class Shelving(EventLog events, TimeProvider time)
{
    /// <returns>The readings' addresses within the group, in the order given.</returns>
    public async Task<IReadOnlyList<string>> AddAsync(StudyGroupDbContext db, Guid groupId, IReadOnlyList<Reading> readings, Guid? actorId, CancellationToken cancellationToken)
    {
        var slugs = new List<string>();
        foreach (var reading in readings)
        {
            await events.AppendAsync(
                db, groupId, new NewEvent(GroupEvents.ReadingShelved, actorId) { ReadingId = reading.Id, SubjectId = reading.Id }, cancellationToken);
            var shelf = await db.ShelfItems().Where(item => item.GroupId == groupId).Select(item => new { item.Slug, item.Position }).ToListAsync(cancellationToken);
            var taken = shelf.Select(item => item.Slug).Concat(slugs).ToHashSet(StringComparer.Ordinal);
            var slug = Slug.Free(Slug.From(reading.Title, "reading"), taken);
            db.ShelfItems().Add(new ShelfItem
            {
                GroupId = groupId,
                ReadingId = reading.Id,
                Slug = slug,
                Position = shelf.Select(item => item.Position).DefaultIfEmpty(0).Max() + slugs.Count + 1,
                ShelvedAt = time.GetUtcNow(),
            });
            slugs.Add(slug);
        }

        return slugs;
    }

    /// <summary>Tells every group that reads it that the text is another one, or that its marks stand elsewhere. To be called when all is done: it locks the groups' streams.</summary>
    public async Task TellTextChangedAsync(StudyGroupDbContext db, Guid readingId, Guid editionId, Guid? actorId, CancellationToken cancellationToken)
    {
        var groups = await db.ShelfItems().Where(item => item.ReadingId == readingId).OrderBy(item => item.GroupId).Select(item => item.GroupId).ToListAsync(cancellationToken);
        foreach (var groupId in groups)
            await events.AppendAsync(db, groupId, new NewEvent(GroupEvents.TextChanged, actorId) { ReadingId = readingId, SubjectId = editionId }, cancellationToken);
    }
}
