using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StudyGroup.Shared;

/// <summary>
/// A random text that opens something to its holder: an access token, an invitation, a setup link. It is shown once and only its hash is stored;
/// it is always looked up by that hash, so no comparison can be timed.
/// </summary>
public static class Secret
{
    /// <summary><paramref name="bytes"/> of randomness in letters that may stand in an address, behind <paramref name="prefix"/>.</summary>
    public static string New(int bytes, string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>Lower-case hexadecimal SHA-256: enough for what is random already.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
