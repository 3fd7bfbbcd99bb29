using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Whoever runs the installation makes a link for somebody who cannot sign in.</summary>
public sealed record ResetPassword(string Email);

/// <summary>Makes a one-time link; the present password stands until the link is used.</summary>
public sealed class ResetPasswordHandler(IDbContextFactory<StudyGroupDbContext> contexts, PasswordLinks links)
{
    /// <returns>The link.</returns>
    public async Task<Result<string>> HandleAsync(ResetPassword request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var email = Account.NormalizeEmail(request.Email);
        var account = await db.Accounts().AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == email, cancellationToken);
        return account is null ? Errors.NoSuchAccount : links.AddressFor(account);
    }
}
