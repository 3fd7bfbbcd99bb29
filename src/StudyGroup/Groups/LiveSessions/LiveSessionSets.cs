using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>What live sessions store.</summary>
public static class LiveSessionSets
{
    public static DbSet<LiveSession> LiveSessions(this StudyGroupDbContext db) => db.Set<LiveSession>();

    public static DbSet<Hand> Hands(this StudyGroupDbContext db) => db.Set<Hand>();
}
