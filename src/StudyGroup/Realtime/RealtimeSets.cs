using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>What this area stores.</summary>
public static class RealtimeSets
{
    public static DbSet<EventStream> EventStreams(this StudyGroupDbContext db) => db.Set<EventStream>();

    public static DbSet<StreamEvent> StreamEvents(this StudyGroupDbContext db) => db.Set<StreamEvent>();
}
