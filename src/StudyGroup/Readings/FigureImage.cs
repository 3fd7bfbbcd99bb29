namespace StudyGroup.Readings;

/// <summary>How the Markdown of a figure names its picture: <c>![what it shows](image:hash)</c>, and behind it the caption. Any other address is a remote picture, which is never fetched.</summary>
public static class FigureImage
{
    private const string Scheme = "image:";
    private const int HashLength = 64;

    public static string Markdown(string description, string hash, string caption) =>
        caption.Length == 0 ? $"![{description}]({Scheme}{hash})" : $"![{description}]({Scheme}{hash}) {caption}";

    /// <summary>The hash of the picture that a figure shows, or null.</summary>
    public static string? HashIn(string markdown)
    {
        var start = markdown.IndexOf($"]({Scheme}", StringComparison.Ordinal);
        return start < 0 ? null : HashOf(markdown[(start + 2)..Math.Min(markdown.Length, start + 2 + Scheme.Length + HashLength)]);
    }

    /// <summary>The hash in an address, or null where it is any other address.</summary>
    public static string? HashOf(string? address)
    {
        if (address?.StartsWith(Scheme, StringComparison.Ordinal) != true || address.Length != Scheme.Length + HashLength)
            return null;
        var hash = address[Scheme.Length..];
        return hash.All(char.IsAsciiHexDigitLower) ? hash : null;
    }
}
