using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Groups;

/// <summary>Short ways to invite into the stage's group, and to look at what came of it.</summary>
internal static class Invitations
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The token of a link that is good for one day.</returns>
    public static async Task<string> InviteAsync(this Stage stage, Role role, int uses) =>
        (await stage.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(stage.GroupId, role, uses, Days: 1), stage.Owner, Cancellation)).Must();

    public static Task<Result<string>> RedeemAsync(this Stage stage, string token, CurrentMember member) =>
        stage.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(token), member, Cancellation);

    public static Task<InvitationView?> LookAtAsync(this Stage stage, string token) => stage.Get<InvitationQuery>().FindAsync(token, Cancellation);

    public static async Task<Invitation> InvitationRowAsync(this Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.Invitations().AsNoTracking().SingleAsync(Cancellation);
    }

    public static async Task<Membership?> MembershipAsync(this Stage stage, CurrentMember member)
    {
        await using var db = await stage.ReadAsync();
        return await db.Memberships().AsNoTracking().SingleOrDefaultAsync(row => row.GroupId == stage.GroupId && row.AccountId == member.AccountId, Cancellation);
    }
}
