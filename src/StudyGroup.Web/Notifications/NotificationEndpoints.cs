using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using StudyGroup.Notifications;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Notifications;

/// <summary>The way from a notification to its place; and marking it as read where it stands.</summary>
public static class NotificationEndpoints
{
    /// <summary>What the head of the feed says now.</summary>
    public sealed record ReadAnswer(string Unread);

    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        var notifications = routes.MapPageRequests("/notifications");
        notifications.MapGet("/{id:guid}/open", OpenAsync);
        notifications.MapPut("/{id:guid}/read", ReadAsync);
    }

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
            await markRead.HandleAsync(Named(row, thread), member, cancellationToken);
        return TypedResults.LocalRedirect(AddressOf(row));
    }

    private static async Task<Results<Ok<ReadAnswer>, NotFound>> ReadAsync(
        Guid id, bool? thread, ClaimsPrincipal user, NotificationQuery notifications, MarkNotificationsReadHandler markRead, IStringLocalizer<NotificationTexts> text,
        CancellationToken cancellationToken)
    {
        var member = user.ToCurrentMember();
        if (await notifications.FindAsync(id, member, cancellationToken) is not { } row)
            return TypedResults.NotFound();

        await markRead.HandleAsync(Named(row, thread) with { UpTo = row.Sequence }, member, cancellationToken);
        return TypedResults.Ok(new ReadAnswer(UnreadCount.Said(await notifications.UnreadAsync(member, cancellationToken), text)));
    }

    private static MarkNotificationsRead Named(NotificationRow row, bool? thread) => thread is true ? new MarkNotificationsRead(ThreadId: row.ThreadId) : new MarkNotificationsRead(row.Id);
}
