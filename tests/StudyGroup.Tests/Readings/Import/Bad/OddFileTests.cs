using System.Text;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;
using StudyGroup.Tests.Readings.Import.Formats;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Bad;

/// <summary>Strange files that hold a text all the same.</summary>
public sealed class OddFileTests
{
    private const string Half = "\uD83D";

    public static TheoryData<string, byte[]> Halves => new()
    {
        { "utf-16.txt", [.. Encoding.Unicode.Preamble, .. Wide($"The Mill{Half}\n\n{Raw.Prose} {Half} It stood.\n")] },
        { "utf-16be.md", [.. Encoding.BigEndianUnicode.Preamble, .. Wide($"# The Mill\n\n{Raw.Prose} {Half} It stood.\n").Chunk(2).SelectMany(pair => pair.Reverse())] },
        { "utf-8.txt", [.. "The Mill\n\nIt stood by the river "u8, 0xED, 0xA0, 0xBD, .. " for a very long time, and it stood still.\n"u8] },
        { "cut.txt", [.. Encoding.UTF8.GetBytes("Die Mühle\n\nÜber dem Fluß stand eine Mühle, und ihr Müller hieß Jörg; größer war keine "), 0xC3, .. Encoding.UTF8.GetBytes(" im Gäu.\n")] },
        { "page.html", Encoding.UTF8.GetBytes($"<title>The Mill &#xD83D;</title><meta name=author content='Ada &#xDE00; Brook'><h1>The Mill</h1><p>{Raw.Prose} &#xD83D; &#0; It stood.</p>") },
        { "book.epub", new EpubFile { Metadata = "<dc:title>The Mill &#xD83D;</dc:title><dc:creator>Ada &#xDE00; Brook</dc:creator><dc:publisher>&#0;Press</dc:publisher><dc:language>en</dc:language>", Pages = { ("a.xhtml", "", $"<p>{Raw.Prose} &#xD83D; &#0; It stood.</p>") } }.Write() },
        { "word.docx", new WordFile().Text("The Mill &#xD83D;", "Title").Text($"{Raw.Prose} &#xD83D; &#0; It stood.").Write() },
    };

    [Theory, MemberData(nameof(Halves))]
    public void Halves_of_letters_become_marks_and_nothing_unstorable_is_left(string name, byte[] content)
    {
        var reading = Imported.Reading(name, content);

        string?[] texts = [reading.Title, reading.Subtitle, reading.Publication, reading.Rights, reading.SourceAddress, .. reading.Authors, .. reading.Blocks.Texts(), .. reading.SetAside.Select(piece => piece.Text)];
        Assert.All(texts, text => Assert.True(text is null || text.IsStorable(), text));
        Assert.Contains('\uFFFD', string.Concat(texts));
        Assert.DoesNotContain("Ã", string.Concat(texts), StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_of_five_megabytes_is_one_paragraph()
    {
        var line = string.Concat(Enumerable.Repeat("the wheel of the mill was turning, and ", 135_000)) + "it stood.";

        var reading = Imported.Reading("line.txt", Encoding.UTF8.GetBytes("The Mill\n\nSo " + line));

        Assert.Equal("So " + line, Assert.Single(reading.Blocks).Markdown);
    }

    [Fact]
    public void A_million_empty_lines_part_two_paragraphs()
    {
        var reading = Imported.Reading("lines.txt", Encoding.UTF8.GetBytes($"The Mill\n\n{Raw.Prose}{new string('\n', 1_000_000)}{Raw.Prose}\n"));

        Assert.Equal([Raw.Prose, Raw.Prose], reading.Blocks.Texts());
    }

    [Fact]
    public void Broken_mark_up_in_a_book_loses_no_words()
    {
        var reading = Imported.Reading("mill.epub", EpubFile.Of("<h1>The wheel<p>It turned <i>and <b>turned</i> on</b>.<p>It < stood & fell</div></p><table><tr><td>one<p>two"));

        Assert.Contains("The wheel", string.Join(' ', reading.Blocks.Texts().Prepend(reading.Title)), StringComparison.Ordinal);
        foreach (var words in new[] { "It turned", "on", "stood & fell", "one", "two" })
            Assert.Contains(reading.Blocks.Texts(), text => text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_refusal_in_an_archive_is_of_its_file_alone()
    {
        var archive = new MemoryStream(Packed.Of([("a.docx", Packed.Of([("b.txt", "A text.")])), ("c.txt", Encoding.UTF8.GetBytes("The Mill\n\n" + Raw.Prose))]));

        var files = SourceFile.In("texts.zip", archive, new ImportLimits(), TestContext.Current.CancellationToken).ToList();

        Assert.Equal(["import-docx", null], files.Select(file => file.Content.Error?.Code));
    }

    // The usual encoder would mend what this file has to get wrong.
    private static byte[] Wide(string text) => [.. text.SelectMany(letter => new[] { (byte)(letter & 0xFF), (byte)(letter >> 8) })];
}
