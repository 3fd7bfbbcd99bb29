using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Groups;

/// <summary>What the holder of an invitation link is shown before joining.</summary>
public sealed record InvitationView(string GroupName, string InvitedBy, Role Role, bool IsUsable);

/// <summary>Reads an invitation without using it up.</summary>
public sealed class InvitationQuery(IDbContextFactory<StudyGroupDbContext> contexts, TimeProvider time)
{
    /// <returns>Null for a token that never was one.</returns>
    public async Task<InvitationView?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var hash = CreateInvitationHandler.HashOf(token);
        return await (
            from invitation in db.Invitations()
            where invitation.TokenHash == hash
            join grp in db.Groups() on invitation.GroupId equals grp.Id
            join account in db.Users on invitation.CreatedById equals account.Id
            select new InvitationView(
                grp.Name,
                account.DisplayName,
                invitation.Role,
                invitation.UsesLeft > 0 && invitation.ExpiresAt > now && invitation.RevokedAt == null)).SingleOrDefaultAsync(cancellationToken);
    }
}
