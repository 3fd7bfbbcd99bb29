using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Formats;

public sealed class PdfTests
{
    private static readonly string[][] Sheets =
    [
        [
            "The mill stood by the river for a very long time, and nobody in the village", "could say who had built it.^1 The wheel was older than the house, and the house", "was older than the road, and the road went on to where the river was going", "and came back with the flour that the village had sent away in the au-",
        ],
        [
            "tumn. When the wheel stopped, the people came out of their houses and looked", "at each other, and nobody said a word to anybody, since they did not know what", "a word was for when there was nothing to be heard behind it, and so they went",
        ],
        [
            "back into their houses and closed the doors and waited there for the rain, which", "came in the night and stayed for eleven days and for eleven nights, so that the", "weir was gone before anybody had thought of it.",
        ],
        [
            "After that the mill stood by a meadow. The miller kept a cow, and he was heard", "to say that a cow is a wheel that turns by itself.",
        ],
    ];

    private static PdfFile Book()
    {
        var file = new PdfFile();
        for (var page = 0; page < Sheets.Length; page++)
        {
            file.NewPage().At(70, 810, 9, page % 2 == 0 ? "The Mill" : "Anna Berg").At(290, 30, 9, $"{page + 7}");
            if (page == 0)
                file.Lines(20, "The Mill").Lines(11, "By Anna Berg, 3 May 1901").Lines(14, "The wheel");
            file.Lines(11, Sheets[page]);
            if (page == 0)
                file.At(70, 70, 8, "^1 Chronicle of the valley, page 4, which was printed by the miller himself.");
        }

        return file;
    }

    [Fact]
    public void Headings_notes_and_page_furniture_are_told_by_size_and_place()
    {
        Imported.NeedsPdfProgram();

        var reading = Imported.Reading("mill.pdf", Book().Write());

        Assert.Equal(("The Mill", "Anna Berg", "1901-05-03"), (reading.Title, Assert.Single(reading.Authors), reading.Date));
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph], reading.Blocks.Kinds());
        Assert.Equal(("The wheel", 2), (reading.Blocks[0].Markdown, reading.Blocks[0].Level));
        Assert.StartsWith("The mill stood by the river for a very long time, and nobody in the village could say who had built it.[^1] The wheel was older", reading.Blocks[1].Markdown, StringComparison.Ordinal);
        Assert.Contains("had sent away in the autumn. When the wheel stopped", reading.Blocks[1].Markdown, StringComparison.Ordinal);
        Assert.Equal(new FootnoteDraft("1", "Chronicle of the valley, page 4, which was printed by the miller himself."), Assert.Single(reading.Footnotes));
        Assert.Contains(reading.SetAside, draft => draft.Text.Contains("10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_without_the_program_says_which_one_is_missing()
    {
        var limits = new ImportLimits { PdfProgram = "no-such-program" };

        Assert.Equal("import-pdf-program", Imported.Refusal("mill.pdf", Book().Write(), limits));
    }

    [Fact]
    public void A_locked_PDF_is_refused_as_locked()
    {
        Imported.NeedsPdfProgram();
        var secret = string.Concat(Enumerable.Repeat("41", 32));
        var file = new PdfFile { Trailer = $"/ID [<{secret[..32]}><{secret[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >>" };

        Assert.Equal("import-encrypted", Imported.Refusal("mill.pdf", file.NewPage().Lines(11, "Words").Write()));
    }

    [Fact]
    public void A_PDF_of_pictures_says_so()
    {
        Imported.NeedsPdfProgram();

        Assert.Equal("import-pdf-text", Imported.Refusal("mill.pdf", new PdfFile().NewPage().Write()));
    }

    [Fact]
    public void What_is_no_PDF_is_refused()
    {
        Assert.Equal("import-pdf", Imported.Refusal("mill.pdf", "words"u8.ToArray()));
    }

    [Fact]
    public void A_damaged_PDF_is_refused()
    {
        Imported.NeedsPdfProgram();

        Assert.StartsWith("import-pdf", Imported.Refusal("mill.pdf", [.. "%PDF-1.4\n"u8, .. new byte[4_000]]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_that_takes_too_long_is_given_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "not run: only a shell script is slow enough");
        var program = Path.GetTempFileName();
        File.WriteAllText(program, "#!/bin/sh\nsleep 60\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal("import-pdf-time", Imported.Refusal("mill.pdf", Book().Write(), new ImportLimits { PdfProgram = program, PdfTime = TimeSpan.FromMilliseconds(300) }));
        File.Delete(program);
    }
}
