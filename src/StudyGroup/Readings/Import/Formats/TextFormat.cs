using StudyGroup.Readings.Import.Inline;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>Plain text and Markdown: the lines of the file are the lines of the text.</summary>
internal static class TextFormat
{
    public static Result<SourceDocument> Read(ReadOnlyMemory<byte> content, SourceFormat format, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var decoded = SourceDecoder.Decode(content.Span);
        if (!decoded.Succeeded)
            return decoded.Error;

        var source = new SourceText(decoded.Value.Text);
        var head = FrontMatter.Read(source);
        var blocks = new BlockReader(source, format, PageShape.Of(source, cancellationToken), new LinesDone(source.LineCount, progress), cancellationToken).Read(head.FirstLine);
        return new SourceDocument(source, format, [.. blocks.Select(HtmlRemains.Read)], head.Metadata)
        {
            GuessedEncoding = decoded.Value.Guessed ? "Windows-1252" : null,
            Asides = head.FirstLine > 1 ? [new AsideLines(1, head.FirstLine - 1, "Front matter, kept as metadata")] : [],
        };
    }
}
