namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>Electronic books, put together from pages.</summary>
internal sealed class EpubFile
{
    public string Metadata { get; init; } = "<dc:title>The Mill</dc:title><dc:creator>Anna Berg</dc:creator><dc:language>en</dc:language>";

    /// <summary>Name, what the manifest says beside it, and body; in the order of the spine.</summary>
    public List<(string Name, string Properties, string Body)> Pages { get; } = [];

    public List<(string Name, string Type, byte[] Content)> Parts { get; } = [];

    public string SpineAttributes { get; init; } = "";

    public string Guide { get; init; } = "";

    public static byte[] Of(params string[] bodies)
    {
        var book = new EpubFile();
        for (var index = 0; index < bodies.Length; index++)
            book.Pages.Add(($"page{index + 1}.xhtml", "", bodies[index]));
        return book.Write();
    }

    public static string Page(string body) =>
        $"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><link rel="stylesheet" href="s.css"/></head><body>{body}</body></html>""";

    public byte[] Write()
    {
        var items = Pages.Select((page, index) => $"""<item id="p{index}" href="{page.Name}" media-type="application/xhtml+xml" {page.Properties}/>""").Concat(Parts.Select((part, index) => $"""<item id="x{index}" href="{part.Name}" media-type="{part.Type}"/>"""));
        var package =
            $"""<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{Metadata}</metadata><manifest>{string.Concat(items)}</manifest><spine {SpineAttributes}>{string.Concat(Pages.Select((_, index) => $"""<itemref idref="p{index}"/>"""))}</spine>{Guide}</package>""";
        return Packed.Of(
            [
                ("mimetype", "application/epub+zip"u8.ToArray()),
                ("META-INF/container.xml", """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""u8.ToArray()),
                ("book/content.opf", System.Text.Encoding.UTF8.GetBytes(package)),
                .. Pages.Select(page => ("book/" + page.Name, System.Text.Encoding.UTF8.GetBytes(Page(page.Body)))),
                .. Parts.Select(part => ("book/" + part.Name, part.Content)),
            ]);
    }
}
