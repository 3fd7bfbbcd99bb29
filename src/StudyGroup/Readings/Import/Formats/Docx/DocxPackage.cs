using System.Xml.Linq;
using StudyGroup.Readings.Import.Formats.Archives;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>The parts of a Word document and how they refer to each other.</summary>
internal sealed class DocxPackage
{
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly Archive archive;
    private readonly string documentPath;
    private readonly Dictionary<string, (string Target, bool IsExternal, string Kind)> relations;

    public DocxPackage(Archive archive, string documentPath)
    {
        this.archive = archive;
        this.documentPath = documentPath;
        relations = Relations(archive, documentPath);
        Styles = new DocxStyles(Part("styles"));
        Numbering = new DocxNumbering(Part("numbering"));
        Properties = XmlParts.Read(archive.Read("docProps/core.xml", MostBytes));
    }

    public DocxStyles Styles { get; }

    public DocxNumbering Numbering { get; }

    public XElement? Properties { get; }

    public XElement? Footnotes => Part("footnotes");

    public XElement? Endnotes => Part("endnotes");

    public static string? DocumentPath(Archive archive)
    {
        var named = Relations(archive, "").Values.FirstOrDefault(relation => relation.Kind == "officeDocument").Target;
        return named is not null && archive.Holds(named) ? named : archive.Holds("word/document.xml") ? "word/document.xml" : null;
    }

    /// <summary>The file of the archive, or the address outside of it, that a relation leads to.</summary>
    public (string Target, bool IsExternal)? Target(string? id) =>
        id is not null && relations.TryGetValue(id, out var relation) ? (relation.Target, relation.IsExternal) : null;

    private XElement? Part(string kind) =>
        relations.Values.FirstOrDefault(relation => relation.Kind == kind && !relation.IsExternal).Target is { } path ? XmlParts.Read(archive.Read(path, MostBytes)) : null;

    private static Dictionary<string, (string Target, bool IsExternal, string Kind)> Relations(Archive archive, string part)
    {
        var folder = part.LastIndexOf('/') is var end and >= 0 ? part[..(end + 1)] : "";
        var found = new Dictionary<string, (string, bool, string)>(StringComparer.Ordinal);
        foreach (var relation in XmlParts.Read(archive.Read($"{folder}_rels/{part[folder.Length..]}.rels", MostBytes)).Named("Relationship"))
        {
            var isExternal = relation.Value("TargetMode") == "External";
            var target = isExternal ? relation.Value("Target") : ArchivePath.Resolve(part, relation.Value("Target") ?? "");
            if (relation.Value("Id") is { } id && target is not null)
                found.TryAdd(id, (target, isExternal, (relation.Value("Type") ?? "").Split('/')[^1]));
        }

        return found;
    }
}
