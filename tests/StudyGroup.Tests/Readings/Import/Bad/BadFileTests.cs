using StudyGroup.Readings.Import;
using StudyGroup.Tests.Readings.Import.Formats;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Bad;

/// <summary>What is no text, or would cost more than any text, is refused with one sentence.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string, string> Files => [.. BadFile.All.Select(file => (file.Name, file.Code))];

    [Theory, MemberData(nameof(Files))]
    public void A_bad_file_is_refused_with_the_reason(string name, string code) => Refused(BadFile.All.Single(file => file.Name == name), code);

    [Fact]
    public void A_locked_PDF_is_refused_with_the_reason()
    {
        Imported.NeedsPdfProgram();

        Refused(BadFile.LockedPdf, "import-encrypted");
    }

    [Fact]
    public void Of_an_archive_the_bad_files_are_refused_and_the_others_are_read()
    {
        var archive = Packed.Of([("b/nul.txt", "words\0"), ("a.txt", "A text."), ("__MACOSX/._a.txt", "nothing"), (".hidden", "nothing"), ("c.png", "no text"), ("d.md", "# D\n\nAnother text.")]);

        var files = In("texts.zip", archive);

        Assert.Equal(
            ["texts.zip/a.txt ", "texts.zip/b/nul.txt import-binary", "texts.zip/c.png import-type", "texts.zip/d.md "],
            files.Select(file => $"{file.Name} {file.Content.Error?.Code}"));
        Assert.All(files, file => Assert.Equal(4, file.Count));
    }

    private static void Refused(BadFile file, string code)
    {
        var content = file.Bytes();

        var found = Assert.Single(In(file.Name, content));

        Assert.Equal(code, found.Content.Error?.Code ?? new DocumentImporter().Import(file.Name, content, TestContext.Current.CancellationToken).Error?.Code);
        Assert.Matches(@"^\p{Lu}.*\.$", found.Content.Error?.Message ?? "Read.");
    }

    private static List<SourceFile> In(string name, byte[] content) =>
        [.. SourceFile.In(name, new MemoryStream(content), new ImportLimits(), TestContext.Current.CancellationToken)];
}
