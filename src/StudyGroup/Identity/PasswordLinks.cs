using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>
/// One-time links to set a password. A link is bound to the account's stamp, which changes when the password does: that makes it single-use
/// without a row of its own, and looking at it consumes nothing.
/// </summary>
public sealed class PasswordLinks(IDbContextFactory<StudyGroupDbContext> contexts, IDataProtectionProvider protection, SiteAddress site, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly IDataProtector protector = protection.CreateProtector("StudyGroup.Identity.PasswordLink");

    public string AddressFor(Account account) => site.Of($"/account/reset-password?token={TokenFor(account)}");

    public string TokenFor(Account account)
    {
        var expires = (time.GetUtcNow() + Lifetime).UtcTicks;
        return Base64Url.EncodeToString(protector.Protect([.. account.Id.ToByteArray(), .. BitConverter.GetBytes(expires), .. Digest(account.SecurityStamp)]));
    }

    /// <returns>The account that the link may still set the password of.</returns>
    public async Task<Result<Account>> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        if (Open(token) is not { } bytes || new DateTimeOffset(BitConverter.ToInt64(bytes, 16), TimeSpan.Zero) <= time.GetUtcNow())
            return Errors.LinkNotUsable;

        var id = new Guid(bytes.AsSpan(0, 16));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return account is not null && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(24), Digest(account.SecurityStamp)) ? account : Errors.LinkNotUsable;
    }

    private static byte[] Digest(string? stamp) => SHA256.HashData(Encoding.UTF8.GetBytes(stamp ?? ""));

    private byte[]? Open(string? token)
    {
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(token));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
