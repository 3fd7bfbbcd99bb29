namespace StudyGroup.Readings.Import.Formats.Archives;

/// <summary>Names of files within an archive.</summary>
internal static class ArchivePath
{
    private const int LongestName = 1_000;

    /// <summary>Whether a name could not lead anywhere but below the place where somebody unpacks it.</summary>
    public static bool IsHarmless(string name) =>
        name.Length is > 0 and <= LongestName && !name.StartsWith('/') && !name.StartsWith('\\') && !name.Contains('\0') && !(name.Length > 1 && name[1] == ':')
        && !name.Split('/', '\\').Contains("..");

    /// <summary>The file that an address within another file of the archive means, without its place; null when it leads out of it.</summary>
    public static string? Resolve(string from, string address)
    {
        var end = address.IndexOfAny(['#', '?']);
        var path = Unescaped(end < 0 ? address : address[..end]);
        if (path.Length == 0)
            return from;
        if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = path.StartsWith('/') ? [] : from.Split('/')[..^1].ToList();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
                return null;
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ""))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    private static string Unescaped(string path) => path.Contains('%') ? Uri.UnescapeDataString(path) : path;
}
