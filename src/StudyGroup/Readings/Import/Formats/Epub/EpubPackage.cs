using System.Xml.Linq;
using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Formats.Archives;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>A page of the spine.</summary>
internal sealed record SpineItem(string Path);

/// <summary>What a book says of itself: its pages in order, what some of them are, what the table of contents calls them, and its metadata.</summary>
internal sealed class EpubPackage
{
    public const string ContainerPath = "META-INF/container.xml";

    private const int MostBytes = 8 * 1024 * 1024;

    private readonly Dictionary<string, string> types;
    private readonly Dictionary<string, ContentsTitle> titles;

    private EpubPackage(List<SpineItem> spine, Metadata metadata, Dictionary<string, string> types, Dictionary<string, ContentsTitle> titles)
    {
        Spine = spine;
        Metadata = metadata;
        this.types = types;
        this.titles = titles;
    }

    public IReadOnlyList<SpineItem> Spine { get; }

    public Metadata Metadata { get; }

    /// <summary>What the book's guide says a page is, such as <c>cover</c>.</summary>
    public string? TypeOf(string path) => types.GetValueOrDefault(path);

    public ContentsTitle? TitleOf(string path) => titles.GetValueOrDefault(path);

    public static EpubPackage? Read(Archive archive)
    {
        var path = XmlParts.Read(archive.Read(ContainerPath, MostBytes)).Named("rootfile").Select(file => file.Value("full-path")).FirstOrDefault(found => found is not null);
        if (path is null || XmlParts.Read(archive.Read(path, MostBytes)) is not { } package)
            return null;

        var items = package.Child("manifest").Named("item").Where(item => item.Value("id") is not null && item.Value("href") is not null)
            .DistinctBy(item => item.Value("id")).ToDictionary(item => item.Value("id") ?? "", item => item);
        var spine = package.Child("spine");
        var pages = spine.Named("itemref").Select(reference => items.GetValueOrDefault(reference.Value("idref") ?? "")).OfType<XElement>()
            .Where(item => IsPage(item) && PathOf(path, item) is not null).Select(item => new SpineItem(PathOf(path, item) ?? "")).DistinctBy(item => item.Path).ToList();

        var types = package.Child("guide").Named("reference")
            .Select(reference => (Path: ArchivePath.Resolve(path, reference.Value("href") ?? ""), Type: reference.Value("type")))
            .Where(entry => entry is { Path: not null, Type: not null }).DistinctBy(entry => entry.Path).ToDictionary(entry => entry.Path ?? "", entry => entry.Type ?? "", StringComparer.Ordinal);
        var navigation = items.Values.FirstOrDefault(item => (item.Value("properties") ?? "").Split(' ').Contains("nav")) is { } nav ? PathOf(path, nav) : null;
        if (navigation is not null)
            types.TryAdd(navigation, "toc");
        var table = items.GetValueOrDefault(spine.Value("toc") ?? "") ?? items.Values.FirstOrDefault(item => item.Value("media-type") == "application/x-dtbncx+xml");
        var titles = EpubContents.Read(archive, navigation, table is null ? null : PathOf(path, table));
        return new EpubPackage(pages, EpubMetadata.Read(package.Child("metadata")), types, titles);
    }

    private static bool IsPage(XElement item) => item.Value("media-type") is null or "application/xhtml+xml" or "text/html" or "application/x-dtbook+xml" or "text/x-oeb1-document" or "application/xml" or "text/xml";

    private static string? PathOf(string package, XElement item) => ArchivePath.Resolve(package, item.Value("href") ?? "");
}
