using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>
/// The link of a first start: whoever reads the console makes the first site administrator with it, once. Its hash lies in the data directory,
/// so that only the newest start's link counts.
/// </summary>
public sealed class SetupLink(IDbContextFactory<StudyGroupDbContext> contexts, DataDirectory directory)
{
    private const int Bytes = 16;

    private string HashFile => Path.Combine(directory.Path, "setup-link");

    private string ClaimedFile => HashFile + ".used";

    /// <returns>A fresh token, or null when there is a site administrator already.</returns>
    public async Task<string?> OfferAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Accounts().AnyAsync(account => account.IsSiteAdministrator, cancellationToken))
            return null;

        var token = Secret.New(Bytes);
        await File.WriteAllTextAsync(HashFile, Secret.Hash(token), cancellationToken);
        return token;
    }

    /// <summary>Whether the token would be taken now; asking changes nothing.</summary>
    public bool IsUsable(string? token)
    {
        try
        {
            return token is not null && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Secret.Hash(token)), Encoding.ASCII.GetBytes(File.ReadAllText(HashFile)));
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Takes the link; of several at once one succeeds, because a file can be moved once.</summary>
    internal bool TryClaim(string token)
    {
        if (!IsUsable(token))
            return false;

        try
        {
            File.Move(HashFile, ClaimedFile, overwrite: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The claim came to nothing: the link stands again.</summary>
    internal void Release() => File.Move(ClaimedFile, HashFile, overwrite: true);

    internal void Discard() => File.Delete(ClaimedFile);
}
