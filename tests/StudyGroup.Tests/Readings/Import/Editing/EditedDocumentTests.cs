using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Editing;

public sealed class EditedDocumentTests
{
    private static readonly ImportedDocument Document = new(
        "ferry.txt",
        "00",
        Issue: null,
        [
            new ReadingDraft
            {
                Title = "The Ferry",
                Blocks =
                [
                    new BlockDraft(BlockKind.Paragraph, "The rope was wet.[^1] It held. Nobody asked.") { Line = 3 },
                    new BlockDraft(BlockKind.Paragraph, "On the far side stood a shed.") { Line = 5 },
                    new BlockDraft(BlockKind.Heading, "The Shed", Level: 2) { Line = 11 },
                    new BlockDraft(BlockKind.Paragraph, "It had one window.[^2]") { Line = 13 },
                ],
                Footnotes = [new FootnoteDraft("1", "Hemp."), new FootnoteDraft("2", "Facing north.")],
                SetAside = [new SetAsideDraft(9, 9, "a box", "Tickets at the pier.\n\nDogs free.")],
            },
            new ReadingDraft { Title = "Tide", Blocks = [new BlockDraft(BlockKind.Paragraph, "It comes twice.")] },
        ]);

    [Fact]
    public void Blocks_are_joined_and_split_at_the_beginning_of_a_sentence()
    {
        var split = After(new ImportEdit(ImportEditKind.SplitBlock) { Offset = "The rope was wet.[^1] ".Length });
        var joined = After(new ImportEdit(ImportEditKind.JoinBlock) { Block = 1 });

        Assert.Equal(["The rope was wet.[^1]", "It held. Nobody asked."], Words(split, 0).Take(2));
        Assert.Equal("The rope was wet.[^1] It held. Nobody asked. On the far side stood a shed.", Words(joined, 0)[0]);
    }

    [Theory]
    [InlineData(ImportEditKind.SplitBlock, 0, 5)]
    [InlineData(ImportEditKind.JoinBlock, 0, 0)]
    [InlineData(ImportEditKind.MakeQuote, 99, 0)]
    [InlineData(ImportEditKind.StartReading, 0, 0)]
    [InlineData(ImportEditKind.BringBack, 1, 0)]
    public void A_step_that_makes_no_sense_is_skipped_and_changes_nothing(ImportEditKind kind, int block, int offset)
    {
        var edited = EditedDocument.Of(Document, [new ImportEdit(kind) { Block = block, Offset = offset }]);

        Assert.Equal([0], edited.Skipped);
        Assert.Equal(Words(EditedDocument.Of(Document, []), 0), Words(edited, 0));
    }

    [Fact]
    public void A_step_whose_text_reads_otherwise_now_is_skipped_and_the_next_ones_go_on()
    {
        var edited = EditedDocument.Of(Document,
        [
            new ImportEdit(ImportEditKind.MakeQuote) { Block = 1, Beginning = "On the near side" },
            new ImportEdit(ImportEditKind.MakeHeading) { Block = 1, Beginning = "On the far side" },
        ]);

        Assert.Equal([0], edited.Skipped);
        Assert.Equal(BlockKind.Heading, edited.Document.Readings[0].Blocks[1].Kind);
    }

    [Fact]
    public void A_new_reading_takes_the_heading_as_its_title_and_the_notes_that_it_calls()
    {
        var edited = After(new ImportEdit(ImportEditKind.StartReading) { Block = 2 });

        Assert.Equal(["The Ferry", "The Shed", "Tide"], edited.Document.Readings.Select(reading => reading.Title));
        Assert.Equal(["It had one window.[^2]"], Words(edited, 1));
        Assert.Equal(["1"], edited.Document.Readings[0].Footnotes.Select(note => note.Label));
        Assert.Equal(["2"], edited.Document.Readings[1].Footnotes.Select(note => note.Label));
    }

    [Fact]
    public void A_reading_joined_to_the_one_before_keeps_its_title_as_a_heading_unless_their_notes_clash()
    {
        var joined = After(new ImportEdit(ImportEditKind.JoinReading) { Reading = 1 });
        var clash = EditedDocument.Of(
            Document with { Readings = [Document.Readings[0], Document.Readings[0]] }, [new ImportEdit(ImportEditKind.JoinReading) { Reading = 1 }]);

        Assert.Equal(["Tide", "It comes twice."], Words(joined, 0)[^2..]);
        Assert.Equal([0], clash.Skipped);
    }

    [Fact]
    public void What_was_set_aside_comes_back_where_it_stood_and_what_an_editor_takes_out_is_kept()
    {
        var back = After(new ImportEdit(ImportEditKind.BringBack));
        var taken = After(new ImportEdit(ImportEditKind.SetAside) { Block = 1 });

        Assert.Equal(["On the far side stood a shed.", "Tickets at the pier.", "Dogs free.", "The Shed"], Words(back, 0)[1..5]);
        Assert.Empty(back.Document.Readings[0].SetAside);
        Assert.Contains(taken.Document.Readings[0].SetAside, piece => piece.Text == "On the far side stood a shed.");
    }

    [Fact]
    public void A_block_that_an_editor_took_out_comes_back_as_what_it_was()
    {
        var edited = EditedDocument.Of(Document, [new ImportEdit(ImportEditKind.SetAside) { Block = 2 }, new ImportEdit(ImportEditKind.BringBack) { Block = 1 }]);

        Assert.Equal(Document.Readings[0].Blocks, edited.Document.Readings[0].Blocks);
    }

    [Fact]
    public void Steps_within_readings_end_where_the_book_is_parted()
    {
        var edited = EditedDocument.Of(Document, [new ImportEdit(ImportEditKind.LeaveOut), new ImportEdit(ImportEditKind.ByChapters), new ImportEdit(ImportEditKind.LeaveOut) { Reading = 1 }]);

        Assert.Equal([0], edited.Skipped);
        Assert.Equal([1], edited.LeftOut);
        Assert.True(edited.IsByChapters);
    }

    [Fact]
    public void A_reading_left_out_is_not_published_until_it_is_taken_in_again()
    {
        var without = After(new ImportEdit(ImportEditKind.LeaveOut) { Reading = 0 });
        var again = EditedDocument.Of(Document, [new ImportEdit(ImportEditKind.LeaveOut), new ImportEdit(ImportEditKind.TakeIn)]);

        Assert.Equal(["Tide"], without.Published.Readings.Select(reading => reading.Title));
        Assert.Equal(2, again.Published.Readings.Count);
    }

    [Fact]
    public void A_repair_taken_back_and_made_again_is_not_undone()
    {
        var choices = EditedDocument.ChoicesOf(
        [
            new ImportEdit(ImportEditKind.UndoRepair) { Repair = "box:3" },
            new ImportEdit(ImportEditKind.UndoRepair) { Repair = "quote:9" },
            new ImportEdit(ImportEditKind.RedoRepair) { Repair = "box:3" },
        ]);

        Assert.Equal(["quote:9"], choices.Undone);
    }

    private static EditedDocument After(ImportEdit edit)
    {
        var edited = EditedDocument.Of(Document, [edit]);
        Assert.Empty(edited.Skipped);
        return edited;
    }

    private static string[] Words(EditedDocument edited, int reading) => [.. edited.Document.Readings[reading].Blocks.Select(block => block.Markdown)];
}
