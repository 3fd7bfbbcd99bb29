using System.Xml.Linq;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>A stretch of a paragraph with one look, and what it writes.</summary>
internal sealed record DocxSpan(Action<InlineBuilder> Write, bool IsBold, bool IsItalic, string? Link);

/// <summary>Reads the runs of a paragraph: words, marks, links, references to notes; pictures and text boxes are put aside.</summary>
internal sealed class DocxRuns(DocxPackage package, DocxNotes notes, DocxPictures pictures)
{
    private readonly List<DocxSpan> spans = [];
    private readonly Stack<string?> fields = new();
    private string instruction = "";

    public List<string> Figures { get; } = [];

    public List<XElement> Boxes { get; } = [];

    public IReadOnlyList<DocxSpan> Read(XElement paragraph)
    {
        Children(paragraph, link: null);
        return spans;
    }

    private void Children(XElement parent, string? link)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r":
                    Run(child, link ?? (fields.TryPeek(out var field) ? field : null));
                    break;
                case "hyperlink":
                    Children(child, package.Target(child.Value("id")) is { IsExternal: true } target ? Html.WebAddresses.Absolute(target.Target, null) : null);
                    break;
                case "ins" or "moveTo" or "smartTag" or "customXml" or "sdtContent" or "fldSimple" or "bdo" or "dir":
                    Children(child, link);
                    break;
                case "sdt" when child.Child("sdtContent") is { } content:
                    Children(content, link);
                    break;
                case "oMath" or "oMathPara":
                    Add(string.Concat(child.Named("t").Select(text => text.Value)), null, link);
                    break;
            }
        }
    }

    private void Run(XElement run, string? link)
    {
        var properties = run.Child("rPr");
        string? printed = null;
        foreach (var part in run.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "t" when printed is not null && part.Value.Trim() == printed:
                    break;
                case "t":
                    Add(part.Value, properties, link);
                    break;
                case "tab" or "ptab":
                    Add(" ", properties, link);
                    break;
                case "br" when part.Value("type") is null or "textWrapping":
                case "cr":
                    spans.Add(new DocxSpan(builder => builder.Break(), false, false, link));
                    break;
                case "noBreakHyphen":
                    Add("-", properties, link);
                    break;
                case "footnoteReference" or "endnoteReference":
                    printed = part.Value("customMarkFollows") is "1" or "true" ? run.Child("t")?.Value.Trim() : null;
                    if (notes.LabelOf(part, printed) is { } label)
                        spans.Add(new DocxSpan(builder => builder.Note(label), false, false, null));
                    break;
                case "drawing" or "pict" or "object" or "AlternateContent":
                    Drawing(part);
                    break;
                case "instrText":
                    instruction += part.Value;
                    break;
                case "fldChar":
                    Field(part.Value("fldCharType"));
                    break;
            }
        }
    }

    private void Field(string? type)
    {
        if (type == "begin")
        {
            instruction = "";
            fields.Push(null);
        }
        else if (type == "separate" && fields.TryPop(out _))
        {
            var words = instruction.Trim().Split('"');
            fields.Push(words.Length > 1 && words[0].Trim().Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) ? Html.WebAddresses.Absolute(words[1], null) : null);
        }
        else if (type == "end")
        {
            fields.TryPop(out _);
        }
    }

    private void Drawing(XElement drawing)
    {
        // The same drawing for newer and older programs: the first one counts.
        var own = drawing.Name.LocalName == "AlternateContent" ? drawing.Elements().FirstOrDefault() ?? drawing : drawing;
        Boxes.AddRange(own.Named("txbxContent"));
        if (pictures.Figure(own) is { } figure)
            Figures.Add(figure);
    }

    private void Add(string raw, XElement? properties, string? link)
    {
        var isRaised = properties.Child("vertAlign").Value("val") == "superscript";
        var folded = LetterFolding.Fold(raw);
        var words = isRaised && folded.Trim() is { Length: > 0 and <= 3 } digits && digits.All(char.IsAsciiDigit) ? string.Concat(digits.Select(digit => Marks.Superscripts[digit - '0'])) : folded;
        if (package.Styles.Has(properties, "vanish") || words.Length == 0)
            return;
        spans.Add(new DocxSpan(builder => Write(builder, words), package.Styles.Has(properties, "b"), package.Styles.Has(properties, "i"), link));
    }

    private static void Write(InlineBuilder builder, string words)
    {
        var start = 0;
        while (start < words.Length)
        {
            var blank = words.IndexOf(' ', start);
            var end = blank < 0 ? words.Length : blank;
            if (end > start)
                builder.Words(words.AsSpan(start, end - start));
            if (blank >= 0)
                builder.Blank();
            start = end + 1;
        }
    }
}
