using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Persistence;

namespace StudyGroup.Notifications;

internal static class NotificationVisibility
{
    /// <summary>
    /// What reached a member and still holds. Rights are asked at reading too: what was hidden or deleted since, is in a group the member has left, or
    /// tells of an acceptance that was withdrawn is neither listed nor counted nor marked.
    /// </summary>
    public static IQueryable<Notification> NotificationsFor(this StudyGroupDbContext db, Guid accountId) =>
        from notice in db.Notifications()
        where notice.RecipientId == accountId && db.ReadableGroups(accountId).Contains(notice.GroupId)
            && db.Comments().Any(comment => comment.Id == notice.CommentId && comment.DeletedAt == null && comment.HiddenAt == null)
            && (notice.Kind != NotificationKind.Accepted || db.Threads().Any(thread => thread.AcceptedCommentId == notice.CommentId))
        select notice;
}
