using Microsoft.EntityFrameworkCore;
using StudyGroup.Notifications;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Notifications;

/// <summary>Short ways to make notices and to look at them.</summary>
internal static class NoticeSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task TellAsync(this Stage stage) => stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);

    public static Task<IReadOnlyList<NotificationRow>> ListAsync(this Stage stage, CurrentMember member, long? before = null) =>
        stage.Get<NotificationQuery>().ListAsync(before, member, Cancellation);

    /// <summary>What a member sees and what the bell counts, which must be as many.</summary>
    public static async Task<IReadOnlyList<(NotificationKind Kind, string Words)>> ToldAsync(this Stage stage, CurrentMember member)
    {
        var rows = await stage.ListAsync(member);
        Assert.Equal(rows.Count(row => !row.IsRead), await stage.UnreadAsync(member));
        return [.. rows.Reverse().Select(row => (row.Kind, row.Markdown))];
    }

    public static Task<int> UnreadAsync(this Stage stage, CurrentMember member) => stage.Get<NotificationQuery>().UnreadAsync(member, Cancellation);

    public static async Task MarkAsync(this Stage stage, CurrentMember member, MarkNotificationsRead request) =>
        (await stage.Get<MarkNotificationsReadHandler>().HandleAsync(request, member, Cancellation)).Must();

    /// <summary>Everything stored, whoever may see it: for whom, why, and about which comment.</summary>
    public static async Task<IReadOnlyList<(Guid Recipient, NotificationKind Kind, Guid Comment)>> StoredAsync(this Stage stage)
    {
        await using var db = await stage.ReadAsync();
        var rows = await db.Notifications().OrderBy(row => row.RecipientId).ThenBy(row => row.Sequence).ToListAsync(Cancellation);
        return [.. rows.Select(row => (row.RecipientId, row.Kind, row.CommentId))];
    }
}
