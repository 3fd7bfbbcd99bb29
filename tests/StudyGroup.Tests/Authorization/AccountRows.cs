using Microsoft.EntityFrameworkCore;
using StudyGroup.Identity;
using StudyGroup.Notifications;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>What concerns an account alone, whatever groups it is in.</summary>
internal static class AccountRows
{
    private const string Password = "lantern over the ford";

    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(EditProfileHandler), "oneself", Everybody, Act(async (stage, actor) =>
            (await stage.Get<EditProfileHandler>().HandleAsync(new EditProfile(actor.Name + " II", "Europe/Oslo", "en"), actor, Cancellation)).Error)),
        new(nameof(ChangePasswordHandler), "oneself", Everybody, async (stage, actor) =>
        {
            await SetPasswordAsync(stage, actor);
            return async () => (await stage.Get<ChangePasswordHandler>().HandleAsync(new ChangePassword(Password, Password + " again", Guid.CreateVersion7()), actor, Cancellation)).Error;
        }),
        new(nameof(CreateAccessTokenHandler), "oneself", Everybody, async (stage, actor) =>
        {
            await SetPasswordAsync(stage, actor);
            return async () => (await stage.Get<CreateAccessTokenHandler>().HandleAsync(new CreateAccessToken("script", true, null, Password), actor, Cancellation)).Error;
        }),
        new(nameof(RevokeAccessTokenHandler), "one's own token", Everybody, async (stage, actor) =>
        {
            var id = await TokenOfAsync(stage, actor);
            return async () => (await stage.Get<RevokeAccessTokenHandler>().HandleAsync(new RevokeAccessToken(id), actor, Cancellation)).Error;
        }),
        new(nameof(RevokeAccessTokenHandler), "another's token", NotThere, async (stage, actor) =>
        {
            var id = await TokenOfAsync(stage, stage.Ben);
            return async () => (await stage.Get<RevokeAccessTokenHandler>().HandleAsync(new RevokeAccessToken(id), actor, Cancellation)).Error;
        }),
        new(nameof(MarkNotificationsReadHandler), "one's own notice", StillThere, async (stage, actor) =>
        {
            var id = await NoticeToAsync(stage, actor);
            return async () => (await stage.Get<MarkNotificationsReadHandler>().HandleAsync(new MarkNotificationsRead(id), actor, Cancellation)).Error;
        }),
        new(nameof(MarkNotificationsReadHandler), "another's notice", Unmoved, async (stage, actor) =>
        {
            var id = await NoticeToAsync(stage, stage.Ben);
            return async () => (await stage.Get<MarkNotificationsReadHandler>().HandleAsync(new MarkNotificationsRead(id), actor, Cancellation)).Error;
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task SetPasswordAsync(Stage stage, CurrentMember member)
    {
        var hash = (await stage.Get<PasswordHashing>().HashAsync(Password, Cancellation)).Must();
        await using var db = await stage.ReadAsync();
        await db.Accounts().Where(account => account.Id == member.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, hash), Cancellation);
    }

    private static async Task<Guid> TokenOfAsync(Stage stage, CurrentMember member)
    {
        await using var db = await stage.ReadAsync();
        var now = stage.Core.Clock.GetUtcNow();
        var token = new AccessToken { Id = Guid.CreateVersion7(now), AccountId = member.AccountId, Name = "script", Hash = Secret.Hash(Secret.New(16)), MayWrite = true, CreatedAt = now };
        db.AccessTokens().Add(token);
        await db.SaveChangesAsync(Cancellation);
        return token.Id;
    }

    // Made as a notice to Ben, then given to whom the row asks for: a stranger never gets one in another way.
    private static async Task<Guid> NoticeToAsync(Stage stage, CurrentMember recipient)
    {
        var first = await stage.CommentAsync(stage.Ben, "Who counts?");
        var answer = await stage.ReplyAsync(stage.Ana, first, "The one who walks.");
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        await using var db = await stage.ReadAsync();
        await db.Notifications().Where(notice => notice.CommentId == answer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.RecipientId, recipient.AccountId), Cancellation);
        return await db.Notifications().Where(notice => notice.CommentId == answer.Id).Select(notice => notice.Id).SingleAsync(Cancellation);
    }
}
