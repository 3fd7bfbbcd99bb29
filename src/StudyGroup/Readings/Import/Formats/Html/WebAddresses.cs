namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Where the links of a page lead once it is a file: only to the web, and only where that can be known.</summary>
internal static class WebAddresses
{
    private const int Longest = 2_000;

    public static string? Absolute(string address, string? pageAddress)
    {
        var written = address.Trim();
        if (written.Length is 0 or > Longest || written.StartsWith('#'))
            return null;
        if (Uri.TryCreate(written, UriKind.Absolute, out var uri) && !written.StartsWith('/'))
            return uri.Scheme is "http" or "https" or "mailto" ? written : null;
        return pageAddress is not null && Uri.TryCreate(pageAddress, UriKind.Absolute, out var page) && Uri.TryCreate(page, written, out var resolved) && resolved.Scheme is "http" or "https"
            ? resolved.AbsoluteUri : null;
    }
}
