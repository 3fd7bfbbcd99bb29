using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Groups;

/// <summary>What this area stores.</summary>
public static class GroupSets
{
    public static DbSet<Group> Groups(this StudyGroupDbContext db) => db.Set<Group>();

    public static DbSet<Membership> Memberships(this StudyGroupDbContext db) => db.Set<Membership>();

    public static DbSet<Invitation> Invitations(this StudyGroupDbContext db) => db.Set<Invitation>();

    public static DbSet<ShelfItem> ShelfItems(this StudyGroupDbContext db) => db.Set<ShelfItem>();

    public static DbSet<ImportedSource> ImportedSources(this StudyGroupDbContext db) => db.Set<ImportedSource>();
}
