using System.Xml.Linq;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>What the styles of a document mean for a text: headings by their level, quotations, code, verse by their names in any language we know.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 12;

    private readonly Dictionary<string, XElement> styles;

    public DocxStyles(XElement? part) => styles = part.Named("style").Where(style => style.Value("styleId") is not null).DistinctBy(style => style.Value("styleId")).ToDictionary(style => style.Value("styleId") ?? "", style => style);

    /// <summary>The level of a heading, from 1; 0 for any other paragraph.</summary>
    public int HeadingLevel(XElement? properties)
    {
        if (Level(properties.Child("outlineLvl")) is { } own)
            return own;
        foreach (var style in Chain(StyleOf(properties)))
        {
            if (Level(style.Child("pPr").Child("outlineLvl")) is { } level)
                return level;
            if (NameOf(style) is ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '9' and var digit])
                return digit - '0';
        }

        return 0;
    }

    public bool IsTitle(XElement? properties) => Names(properties).Any(name => name is "title" or "titel" or "titre" or "título" or "titolo");

    public bool IsSubtitle(XElement? properties) => Names(properties).Any(name => name is "subtitle" or "untertitel" or "sous-titre" or "subtítulo");

    public bool IsContents(XElement? properties) => Names(properties).Any(name => name.StartsWith("toc ", StringComparison.Ordinal) || name is "toc heading" or "table of figures");

    public bool IsCaption(XElement? properties) => Names(properties).Any(name => name is "caption" or "beschriftung" or "légende");

    public bool IsQuote(XElement? properties) => Names(properties).Any(name => name.Contains("quot", StringComparison.Ordinal) || name.Contains("zitat", StringComparison.Ordinal) || name.Contains("citation", StringComparison.Ordinal) || name is "block text" or "extract" or "epigraph" or "cita");

    public bool IsCode(XElement? properties) => Names(properties).Any(name => name.Contains("code", StringComparison.Ordinal) || name.Contains("preformatted", StringComparison.Ordinal) || name is "plain text" or "macro");

    public bool IsVerse(XElement? properties) => Names(properties).Any(name => name.Contains("verse", StringComparison.Ordinal) || name.Contains("poem", StringComparison.Ordinal) || name.Contains("poetry", StringComparison.Ordinal) || name is "gedicht");

    /// <summary>The numbering that the style brings along.</summary>
    public XElement? Numbering(XElement? properties) => Chain(StyleOf(properties)).Select(style => style.Child("pPr").Child("numPr")).FirstOrDefault(found => found is not null);

    /// <summary>Whether a run is set bold or in italics, by itself or by the style of its letters.</summary>
    public bool Has(XElement? runProperties, string mark)
    {
        if (IsOn(runProperties.Child(mark)) is { } own)
            return own;
        return Chain(runProperties.Child("rStyle").Value("val")).Select(style => IsOn(style.Child("rPr").Child(mark))).FirstOrDefault(found => found is not null) ?? false;
    }

    private static string? StyleOf(XElement? properties) => properties.Child("pStyle").Value("val");

    private IEnumerable<string> Names(XElement? properties) => Chain(StyleOf(properties)).Select(NameOf);

    private IEnumerable<XElement> Chain(string? id)
    {
        for (var length = 0; length < LongestChain && id is not null && styles.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.Child("basedOn").Value("val");
        }
    }

    private static string NameOf(XElement style) => (style.Child("name").Value("val") ?? "").ToLowerInvariant();

    private static int? Level(XElement? outline) => int.TryParse(outline.Value("val"), out var level) && level is >= 0 and <= 8 ? level + 1 : null;

    private static bool? IsOn(XElement? mark) => mark is null ? null : mark.Value("val") is null or "1" or "true" or "on";
}
