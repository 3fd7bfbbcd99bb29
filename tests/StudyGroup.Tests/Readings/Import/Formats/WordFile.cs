using System.Globalization;
using System.Text;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>Word documents, put together from paragraphs.</summary>
internal sealed class WordFile
{
    private const string Names =
        """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" """;

    private readonly StringBuilder body = new();
    private readonly StringBuilder footnotes = new("""<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>""");
    private readonly StringBuilder endnotes = new();
    private readonly List<(string Id, string Type, string Target, string Mode)> relations = [];
    private readonly List<(string Name, byte[] Content)> media = [];

    public string Numbering { get; init; } =
        """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";

    public static string Run(string words, string look = "") => $"""<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>""";

    public WordFile Add(string runs, string style = "", string properties = "") =>
        Raw($"""<w:p><w:pPr>{(style.Length == 0 ? "" : $"""<w:pStyle w:val="{style}"/>""")}{properties}</w:pPr>{runs}</w:p>""");

    public WordFile Text(string words, string style = "") => Add(Run(words), style);

    public WordFile Item(string words, int list = 1, int level = 0) => Add(Run(words), "", string.Create(CultureInfo.InvariantCulture, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"""));

    public WordFile Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>The run that refers to a new footnote.</summary>
    public string Footnote(string runs, int id)
    {
        footnotes.Append(CultureInfo.InvariantCulture, $"""<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r>{runs}</w:p></w:footnote>""");
        return string.Create(CultureInfo.InvariantCulture, $"""<w:r><w:footnoteReference w:id="{id}"/></w:r>""");
    }

    public string Endnote(string runs, int id)
    {
        endnotes.Append(CultureInfo.InvariantCulture, $"""<w:endnote w:id="{id}"><w:p>{runs}</w:p></w:endnote>""");
        return string.Create(CultureInfo.InvariantCulture, $"""<w:r><w:endnoteReference w:id="{id}"/></w:r>""");
    }

    public string Link(string address, string runs)
    {
        var id = $"link{relations.Count}";
        relations.Add((id, "hyperlink", address, "External"));
        return $"""<w:hyperlink r:id="{id}">{runs}</w:hyperlink>""";
    }

    public string Picture(byte[] content, string description)
    {
        var name = $"media/image{media.Count}.bin";
        media.Add(("word/" + name, content));
        relations.Add(($"pic{media.Count}", "image", name, "Internal"));
        return $"""<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{description}"/><a:graphic><a:blip r:embed="pic{media.Count}"/></a:graphic></wp:inline></w:drawing></w:r>""";
    }

    public byte[] Write()
    {
        var links = relations.Select(relation => $"""<Relationship Id="{relation.Id}" Type="x/{relation.Type}" Target="{relation.Target}" TargetMode="{relation.Mode}"/>""");
        return Packed.Of(
            [
                ("[Content_Types].xml", "<Types/>"u8.ToArray()),
                ("_rels/.rels", """<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"""u8.ToArray()),
                Part("word/_rels/document.xml.rels", $"""<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="e" Type="x/endnotes" Target="endnotes.xml"/>{string.Concat(links)}</Relationships>"""),
                Part("word/styles.xml", $"<w:styles {Names}>{Style("Title", "Title")}{Style("Subtitle", "Subtitle")}{Style("Quote", "Intense Quote")}{Style("Caption", "caption")}{Style("Code", "HTML Preformatted")}{Style("Verse", "Verse")}{Style("TOC1", "toc 1")}{Style("Heading1", "heading 1")}{Style("Heading2", "heading 2")}<w:style w:styleId=\"Emphasis\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style></w:styles>"),
                Part("word/numbering.xml", $"<w:numbering {Names}>{Numbering}</w:numbering>"),
                Part("word/footnotes.xml", $"<w:footnotes {Names}>{footnotes}</w:footnotes>"),
                Part("word/endnotes.xml", $"<w:endnotes {Names}>{endnotes}</w:endnotes>"),
                Part("word/document.xml", $"<w:document {Names}><w:body>{body}</w:body></w:document>"),
                .. media,
            ]);
    }

    private static string Style(string id, string name) => $"""<w:style w:styleId="{id}"><w:name w:val="{name}"/></w:style>""";

    private static (string Name, byte[] Content) Part(string name, string xml) => (name, Encoding.UTF8.GetBytes(xml));
}
