using System.Globalization;
using System.Xml;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>Reads pages, blocks, lines and words from what pdftotext writes.</summary>
internal sealed class PdfReader(int mostCharacters)
{
    private readonly List<PdfPage> pages = [];
    private readonly List<PdfWord> words = [];
    private string? title;
    private string? author;
    private int characters;
    private LoneMark? lone;

    public Result<PdfPages> Read(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };
        try
        {
            using var xml = XmlReader.Create(stream, settings);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element)
                    Element(xml);
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "line")
                    EndLine();
                if (characters > mostCharacters)
                    return ImportErrors.TooLarge(mostCharacters);
            }
        }
        catch (XmlException)
        {
            return ImportErrors.NotPdf;
        }

        foreach (var page in pages)
            page.Blocks.RemoveAll(block => block.Lines.Count == 0);
        return pages.Count == 0 ? ImportErrors.NotPdf : new PdfPages(pages, title, author);
    }

    private void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "title":
                title = Words(xml.ReadInnerXml());
                break;
            case "meta" when xml.GetAttribute("name") == "Author":
                author = Words(xml.GetAttribute("content"));
                break;
            case "page":
                pages.Add(new PdfPage(Number(xml, "height"), []));
                lone = null;
                break;
            case "block" when pages.Count > 0:
                pages[^1].Blocks.Add(new PdfBlock([]));
                break;
            case "word":
                var (left, top, right, bottom) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
                var text = LetterFolding.Fold(xml.ReadElementContentAsString()).Trim();
                characters += text.Length;
                if (text.Length > 0)
                    words.Add(new PdfWord(text, left, top, right, bottom));
                break;
        }
    }

    private void EndLine()
    {
        if (words.Count > 0 && pages.Count > 0 && pages[^1].Blocks.Count > 0)
        {
            // A raised number before a note often stands in a line, and even a block, of its own.
            if (lone is { } mark && mark.StandsBefore(words[0]))
            {
                mark.Lines.RemoveAt(mark.Lines.Count - 1);
                words.Insert(0, mark.Word);
            }

            var lines = pages[^1].Blocks[^1].Lines;
            lines.Add(PdfWord.Line(words));
            lone = words is [{ IsLabel: true } only] ? new LoneMark(only, lines) : null;
        }

        words.Clear();
    }

    private sealed record LoneMark(PdfWord Word, List<PdfLine> Lines)
    {
        public bool StandsBefore(PdfWord next) => Word.Right <= next.Left + 1 && next.Left - Word.Right < 2 * (next.Bottom - next.Top) && Word.Bottom > next.Top && Word.Top < next.Bottom;
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    private static string? Words(string? raw) => string.IsNullOrWhiteSpace(raw) || raw.Length > 500 ? null : System.Net.WebUtility.HtmlDecode(raw).Trim();
}
