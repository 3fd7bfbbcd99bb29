using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Notifications;

/// <summary>What this area stores.</summary>
public static class NotificationSets
{
    public static DbSet<Notification> Notifications(this StudyGroupDbContext db) => db.Set<Notification>();

    public static DbSet<NotificationPosition> NotificationPositions(this StudyGroupDbContext db) => db.Set<NotificationPosition>();
}
