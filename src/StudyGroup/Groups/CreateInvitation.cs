using System.Security.Cryptography;
using System.Text;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A link into a group, in a role, for <paramref name="Uses"/> people, for <paramref name="Days"/> days.</summary>
public sealed record CreateInvitation(Guid GroupId, Role Role, int Uses, int Days);

public sealed class CreateInvitationHandler(WriteTransactions writes, TimeProvider time)
{
    public const int MostUses = 500;
    public const int MostDays = 60;

    /// <returns>The token, which is shown once: 128 random bits in base64url. Nobody can invite into a role above their own.</returns>
    public async Task<Result<string>> HandleAsync(CreateInvitation request, CurrentMember member, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(request.Role))
            return Errors.RoleUnknown;
        if (request.Uses is < 1 or > MostUses)
            return Error.Invalid("uses", $"An invitation is for 1 to {MostUses} people.");
        if (request.Days is < 1 or > MostDays)
            return Error.Invalid("days", $"An invitation lasts 1 to {MostDays} days.");

        var token = Base64Url(RandomNumberGenerator.GetBytes(16));
        return await writes.RunAsync<string>(
            async (db, ct) =>
            {
                var asked = await db.AskAsync(request.GroupId, member, Permission.Moderate, ct);
                if (!asked.Succeeded)
                    return asked.Error;
                if (request.Role < asked.Value.Role)
                    return Errors.NotYourRole;

                var now = time.GetUtcNow();
                db.Invitations().Add(new Invitation
                {
                    Id = Guid.CreateVersion7(now),
                    GroupId = request.GroupId,
                    Role = request.Role,
                    TokenHash = HashOf(token),
                    CreatedById = member.AccountId,
                    CreatedAt = now,
                    ExpiresAt = now.AddDays(request.Days),
                    UsesLeft = request.Uses,
                });
                return token;
            },
            cancellationToken);
    }

    /// <summary>What is stored in place of the token.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
