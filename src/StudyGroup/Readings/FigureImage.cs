namespace StudyGroup.Readings;

/// <summary>
/// What the Markdown of a figure says of its picture: <c>![what it shows](image:hash)</c>, and behind it the caption. Any other address is a remote picture, which is never fetched.
/// </summary>
public sealed record FigureImage(string Description, string Hash, string Caption)
{
    private const string Scheme = "](image:";
    private const int HashLength = 64;

    public static string Markdown(string description, string hash, string caption) =>
        caption.Length == 0 ? $"![{description}{Scheme}{hash})" : $"![{description}{Scheme}{hash}) {caption}";

    /// <summary>The address under which pages find the pictures of an edition by their hashes.</summary>
    public static string Folder(Guid editionId) => $"/editions/{editionId}/images/";

    /// <returns>Null for a figure without a picture of its own.</returns>
    public static FigureImage? Read(string markdown)
    {
        var start = markdown.StartsWith("![", StringComparison.Ordinal) ? markdown.IndexOf(Scheme, StringComparison.Ordinal) : -1;
        var end = start + Scheme.Length + HashLength;
        if (start < 0 || end >= markdown.Length || markdown[end] != ')')
            return null;
        var hash = markdown[(start + Scheme.Length)..end];
        return IsHash(hash) ? new FigureImage(markdown[2..start], hash, markdown[(end + 1)..].Trim()) : null;
    }

    public static bool IsHash(string hash) => hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower);
}
