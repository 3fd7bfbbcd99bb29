using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>A member wants a secret for a script, and proves with the password that it is really them.</summary>
public sealed record CreateAccessToken(string Name, bool MayWrite, DateTimeOffset? ExpiresAt, string Password);

/// <summary>The secret, which is shown now and never again.</summary>
public sealed record NewAccessToken(Guid Id, string Secret);

/// <summary>Makes an access token and stores its hash.</summary>
public sealed class CreateAccessTokenHandler(
    PasswordConfirmation confirmation, WriteTransactions transactions, Microsoft.Extensions.Options.IOptions<LimitOptions> limits, TimeProvider time)
{
    private const string Prefix = "sg_";
    private const int Bytes = 32;

    /// <summary>A fresh secret of the form that access tokens have.</summary>
    public static string NewSecret() => Secret.New(Bytes, Prefix);

    public async Task<Result<NewAccessToken>> HandleAsync(CreateAccessToken request, CurrentMember member, CancellationToken cancellationToken)
    {
        var name = DisplayName.Check(request.Name);
        if (!name.Succeeded)
            return name.Error == Errors.NameMissing ? Errors.TokenNameMissing : name.Error;
        if (request.ExpiresAt <= time.GetUtcNow())
            return Errors.ExpiryPast;

        var confirmed = await confirmation.CheckAsync(member.AccountId, request.Password, cancellationToken);
        if (!confirmed.Succeeded)
            return confirmed.Error;

        var now = time.GetUtcNow();
        var secret = NewSecret();
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            AccountId = member.AccountId,
            Name = name.Value,
            Hash = Secret.Hash(secret),
            MayWrite = request.MayWrite,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt,
        };
        var stored = await transactions.RunAsync((db, ct) => StoreAsync(db, token, ct), cancellationToken);
        return stored.Succeeded ? new NewAccessToken(token.Id, secret) : stored.Error;
    }

    private async Task<Result> StoreAsync(StudyGroupDbContext db, AccessToken token, CancellationToken cancellationToken)
    {
        var inUse = await db.AccessTokens().CountAsync(row => row.AccountId == token.AccountId && row.RevokedAt == null, cancellationToken);
        if (inUse >= limits.Value.AccessTokensPerMember)
            return Errors.TooManyTokens;

        db.AccessTokens().Add(token);
        return Result.Success;
    }
}
