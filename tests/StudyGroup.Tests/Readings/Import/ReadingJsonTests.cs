using System.Text.Json;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class ReadingJsonTests
{
    [Fact]
    public void A_reading_is_written_with_its_blocks_and_notes()
    {
        var reading = new ReadingDraft
        {
            Title = "The “Mill”",
            Authors = ["Anna Berg"],
            Date = "1901-05-03",
            Blocks = [new BlockDraft(BlockKind.Heading, "Wheel", Level: 2), new BlockDraft(BlockKind.Thesis, "It turns.[^1]", "4"), new BlockDraft(BlockKind.Rule, "")],
            Footnotes = [new FootnoteDraft("1", "Always.")],
        };

        using var json = JsonDocument.Parse(ReadingJson.Write("mill.txt", reading));

        var root = json.RootElement;
        Assert.Equal(("studygroup.reading/1", "reading", "mill.txt", "The “Mill”"), (Text(root, "schema"), Text(root, "kind"), Text(root, "source"), Text(root, "title")));
        Assert.Equal((JsonValueKind.Null, "Anna Berg", "1901-05-03", "en"), (root.GetProperty("subtitle").ValueKind, root.GetProperty("authors")[0].GetString(), Text(root, "date"), Text(root, "language")));
        Assert.Equal(
            ["""{"type":"heading","text":"Wheel","level":2}""", """{"type":"thesis","text":"It turns.[^1]","label":"4"}""", """{"type":"rule"}"""],
            root.GetProperty("blocks").EnumerateArray().Select(block => JsonSerializer.Serialize(block)));
        Assert.Equal(("1", "Always."), (Text(root.GetProperty("footnotes")[0], "label"), Text(root.GetProperty("footnotes")[0], "text")));
    }

    [Fact]
    public void An_issue_is_written_with_its_contents()
    {
        using var json = JsonDocument.Parse(ReadingJson.Write("mill.txt", new IssueDraft("The Millstone", "14", "1901-05", null, [new ContentsEntry("The Wheel", 3), new ContentsEntry("The Flood", null)])));

        Assert.Equal(("issue", "14", "1901-05"), (Text(json.RootElement, "kind"), Text(json.RootElement, "number"), Text(json.RootElement, "date")));
        Assert.Equal(["""{"title":"The Wheel","page":3}""", """{"title":"The Flood"}"""], json.RootElement.GetProperty("contents").EnumerateArray().Select(entry => JsonSerializer.Serialize(entry)));
    }

    [Fact]
    public void Every_kind_of_block_has_a_name()
    {
        var reading = new ReadingDraft { Title = "All", Blocks = [.. Enum.GetValues<BlockKind>().Select(kind => new BlockDraft(kind, "words"))] };

        using var json = JsonDocument.Parse(ReadingJson.Write("all.txt", reading));

        Assert.Equal(Enum.GetNames<BlockKind>().Select(name => name.ToUpperInvariant()), json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => Text(block, "type")?.ToUpperInvariant()));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
