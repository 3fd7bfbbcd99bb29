using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Moderation;

/// <summary>What this area stores.</summary>
public static class ModerationSets
{
    public static DbSet<Report> Reports(this StudyGroupDbContext db) => db.Set<Report>();

    public static DbSet<AuditEntry> AuditEntries(this StudyGroupDbContext db) => db.Set<AuditEntry>();
}
