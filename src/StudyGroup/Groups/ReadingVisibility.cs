using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Who may see a reading: active members of a group that shelves it, who imported it, and site administrators.</summary>
public static class ReadingVisibility
{
    public static IQueryable<Reading> ReadingsFor(this StudyGroupDbContext db, CurrentMember member)
    {
        if (member.IsSiteAdministrator)
            return db.Readings();

        var groups = db.ReadableGroups(member.AccountId);
        return db.Readings().Where(reading => reading.ImportedById == member.AccountId
            || db.ShelfItems().Any(item => item.ReadingId == reading.Id && groups.Contains(item.GroupId)));
    }
}
