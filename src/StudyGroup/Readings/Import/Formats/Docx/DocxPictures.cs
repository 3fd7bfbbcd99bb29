using System.Xml.Linq;
using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Readings.Import.Formats.Html;
using StudyGroup.Readings.Import.Formats.Images;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>Pictures of a Word document: embedded ones are kept, linked ones leave a mark.</summary>
internal sealed class DocxPictures(Archive archive, DocxPackage package, ImageShelf shelf, ImportLimits limits)
{
    /// <summary>The Markdown of the figure, or null for what is no picture to look at.</summary>
    public string? Figure(XElement drawing)
    {
        var picture = drawing.Named("blip").FirstOrDefault() ?? drawing.Named("imagedata").FirstOrDefault();
        if (package.Target(picture.Value("embed") ?? picture.Value("id") ?? picture.Value("link")) is not { } target)
            return null;
        var properties = drawing.Named("docPr").FirstOrDefault();
        var description = properties.Value("descr") ?? properties.Value("title") ?? drawing.Named("shape").FirstOrDefault().Value("alt") ?? "";
        var context = new FigureSource(source => target.IsExternal ? null : Kept(source), source => target.IsExternal ? WebAddresses.Absolute(source, null) : null);
        return Html.Figure.Of(target.Target, string.Join(' ', description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), context);
    }

    private ImageDraft? Kept(string path) => archive.Read(path, limits.ImageBytes) is { } bytes ? shelf.Keep(bytes) : null;
}
