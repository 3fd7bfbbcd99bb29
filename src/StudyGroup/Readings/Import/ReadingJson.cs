using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StudyGroup.Readings.Import;

/// <summary>Readings and issues as JSON, one document each: the form in which they are exported and compared.</summary>
public static class ReadingJson
{
    private const string Schema = "studygroup.reading/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="source">Name of the raw file the reading came from.</param>
    /// <param name="reading">The reading, fresh from the importer or put together from a stored edition.</param>
    public static byte[] Write(string source, ReadingDraft reading) => Document("reading", source, reading.Title, json =>
    {
        json.WriteString("subtitle", reading.Subtitle);
        json.WriteStartArray("authors");
        foreach (var author in reading.Authors)
            json.WriteStringValue(author);
        json.WriteEndArray();
        if (reading.Translator is not null)
            json.WriteString("translator", reading.Translator);
        json.WriteString("publication", reading.Publication);
        json.WriteString("date", reading.Date);
        json.WriteString("language", reading.Language);
        json.WriteString("rights", reading.Rights);
        json.WriteString("sourceAddress", reading.SourceAddress);
        json.WriteStartArray("blocks");
        foreach (var block in reading.Blocks)
            Block(json, block);
        json.WriteEndArray();
        json.WriteStartArray("footnotes");
        foreach (var note in reading.Footnotes)
        {
            json.WriteStartObject();
            json.WriteString("label", note.Label);
            json.WriteString("text", note.Markdown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Write(string source, IssueDraft issue) => Document("issue", source, issue.Title, json =>
    {
        json.WriteString("number", issue.Number);
        json.WriteString("date", issue.Date);
        json.WriteString("publisher", issue.Publisher);
        json.WriteStartArray("contents");
        foreach (var entry in issue.Contents)
        {
            json.WriteStartObject();
            json.WriteString("title", entry.Title);
            if (entry.Page is { } page)
                json.WriteNumber("page", page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Block(Utf8JsonWriter json, BlockDraft block)
    {
        json.WriteStartObject();
        json.WriteString("type", TypeOf(block.Kind));
        if (block.Kind != BlockKind.Rule)
            json.WriteString("text", block.Markdown);
        if (block.Label is not null)
            json.WriteString("label", block.Label);
        if (block.Level > 0)
            json.WriteNumber("level", block.Level);
        json.WriteEndObject();
    }

    private static string TypeOf(BlockKind kind) => kind switch
    {
        BlockKind.Heading => "heading",
        BlockKind.Paragraph => "paragraph",
        BlockKind.Quote => "quote",
        BlockKind.Thesis => "thesis",
        BlockKind.ListItem => "listitem",
        BlockKind.Verse => "verse",
        BlockKind.Table => "table",
        BlockKind.Code => "code",
        BlockKind.Figure => "figure",
        BlockKind.Rule => "rule",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of block."),
    };

    private static byte[] Document(string kind, string source, string title, Action<Utf8JsonWriter> rest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("kind", kind);
            json.WriteString("source", source);
            json.WriteString("title", title);
            rest(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
