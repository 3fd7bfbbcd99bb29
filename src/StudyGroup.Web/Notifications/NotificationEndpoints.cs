using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Notifications;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Notifications;

/// <summary>The way from a notification to its place.</summary>
public static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/notifications/{id:guid}/open", OpenAsync).RequireAuthorization().ExcludeFromDescription();

    /// <summary>Where a notification leads: beside its words in the reading, or in its thread.</summary>
    public static string AddressOf(NotificationRow row) => row.ReadingSlug is null
        ? $"/groups/{row.GroupSlug}/threads/{row.ThreadId}?comment={row.CommentId}#c-{row.CommentId}"
        : $"/groups/{row.GroupSlug}/readings/{row.ReadingSlug}?comment={row.CommentId}";

    // A line that stands for several comments of a thread marks all of the thread. Marking one's own as read by GET is harmless: doing it twice changes nothing, and nobody else's can be named.
    private static async Task<Results<RedirectHttpResult, NotFound>> OpenAsync(
        Guid id, bool? thread, ClaimsPrincipal user, NotificationQuery notifications, MarkNotificationsReadHandler markRead, CancellationToken cancellationToken)
    {
        var member = user.ToCurrentMember();
        if (await notifications.FindAsync(id, member, cancellationToken) is not { } row)
            return TypedResults.NotFound();

        if (!row.IsRead)
            await markRead.HandleAsync(thread is true ? new MarkNotificationsRead(ThreadId: row.ThreadId) : new MarkNotificationsRead(row.Id), member, cancellationToken);
        return TypedResults.LocalRedirect(AddressOf(row));
    }
}
