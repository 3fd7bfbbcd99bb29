using System.Xml.Linq;
using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>What the table of contents calls a page, and how deep it stands there.</summary>
internal sealed record ContentsTitle(string Name, int Depth);

/// <summary>Reads the table of contents of a book, in the form of either version.</summary>
internal static class EpubContents
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int LongestName = 300;
    private const int Deepest = 5;

    public static Dictionary<string, ContentsTitle> Read(Archive archive, string? navigation, string? table)
    {
        var titles = new Dictionary<string, ContentsTitle>(StringComparer.Ordinal);
        if (navigation is not null && XmlParts.Read(archive.Read(navigation, MostBytes)) is { } page)
            AddLinks(titles, navigation, page.Named("nav").FirstOrDefault(nav => nav.Value("type") is "toc") ?? page.Named("nav").FirstOrDefault());
        if (titles.Count == 0 && table is not null && XmlParts.Read(archive.Read(table, MostBytes)) is { } map)
            AddPoints(titles, table, map);
        return titles;
    }

    private static void AddLinks(Dictionary<string, ContentsTitle> titles, string from, XElement? list)
    {
        foreach (var link in list.Named("a"))
            Add(titles, from, link.Value("href"), link.Value, link.Ancestors().Count(outer => outer.Name.LocalName == "li"));
    }

    private static void AddPoints(Dictionary<string, ContentsTitle> titles, string from, XElement map)
    {
        foreach (var point in map.Named("navPoint"))
            Add(titles, from, point.Child("content").Value("src"), point.Child("navLabel").Child("text")?.Value, point.AncestorsAndSelf().Count(outer => outer.Name.LocalName == "navPoint"));
    }

    // Only the beginning of a page is named; what lies within it has headings of its own.
    private static void Add(Dictionary<string, ContentsTitle> titles, string from, string? address, string? name, int depth)
    {
        if (address is null || string.IsNullOrWhiteSpace(name) || name.Length > LongestName || ArchivePath.Resolve(from, address) is not { } path)
            return;
        var words = string.Join(' ', LetterFolding.Fold(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        titles.TryAdd(path, new ContentsTitle(words, Math.Clamp(depth, 1, Deepest)));
    }
}
