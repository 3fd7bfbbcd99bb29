using System.Security.Cryptography;
using System.Text;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class DecodingTests
{
    private const string Text = "Über Mühlen\n\nDie Mühle stand am Fluß, und ihr Müller hieß Jörg – so sagte man.\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16 with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 big-endian with a mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)?.GetBytes(Text) ?? [] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void The_same_letters_come_out_of_every_usual_encoding(string encoding, byte[] bytes)
    {
        var reading = Assert.Single(Import(bytes).Readings);

        Assert.Equal(("Über Mühlen", "Die Mühle stand am Fluß, und ihr Müller hieß Jörg – so sagte man."), (reading.Title, Assert.Single(reading.Blocks).Markdown));
        Assert.Equal(encoding == "Windows-1252", reading.Rules().Contains(RepairRules.Encoding));
    }

    [Fact]
    public void Sixteen_bit_text_without_a_mark_is_told_by_its_empty_halves()
    {
        var reading = Assert.Single(Import(Encoding.Unicode.GetBytes("A title\n\nAnd one paragraph of text.\n")).Readings);

        Assert.Equal("And one paragraph of text.", Assert.Single(reading.Blocks).Markdown);
    }

    [Theory]
    [InlineData("text.rtf", "words", "import-type")]
    [InlineData("text", "words", "import-type")]
    [InlineData("text.txt", "", "import-empty")]
    [InlineData("text.md", " \n\u00a0\n\t\n", "import-empty")]
    [InlineData("text.txt", "words\0words", "import-binary")]
    [InlineData("text.txt", "\u0001\u0002\u0003 words \u0004\u0005", "import-binary")]
    public void What_is_no_text_is_refused_with_one_sentence(string name, string content, string code)
    {
        var result = new DocumentImporter().Import(name, Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);

        Assert.Equal(code, result.Error?.Code);
        Assert.EndsWith(".", result.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_an_unknown_encoding_are_refused_instead_of_guessed()
    {
        byte[] cyrillic = [.. Enumerable.Range(0, 400).Select(index => (byte)(index % 6 == 0 ? 0x20 : 0xC0 + (index % 32)))];

        var result = new DocumentImporter().Import("text.txt", cyrillic, TestContext.Current.CancellationToken);

        Assert.Equal("import-encoding", result.Error?.Code);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        var result = new DocumentImporter { Limits = new ImportLimits { FileBytes = 1024 * 1024 } }.Import("text.txt", new byte[(1024 * 1024) + 1], TestContext.Current.CancellationToken);

        Assert.Equal("import-too-large", result.Error?.Code);
    }

    [Fact]
    public void The_document_carries_the_name_of_the_file_and_the_hash_of_its_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);

        var document = Import(bytes);

        Assert.Equal(("text.txt", Convert.ToHexStringLower(SHA256.HashData(bytes))), (document.SourceName, document.ContentHash));
    }

    private static ImportedDocument Import(byte[] bytes)
    {
        var result = new DocumentImporter().Import("/some/folder/text.txt", bytes, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Value;
    }
}
