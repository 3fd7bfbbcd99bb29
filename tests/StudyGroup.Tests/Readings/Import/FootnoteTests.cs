using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class FootnoteTests
{
    [Theory]
    [InlineData("The mill is old.¹ The wheel is older.²", "1 Chronicle, page 4.\n\n2 Ibid.")]
    [InlineData("The mill is old. (1) The wheel is older. (2)", "1) Chronicle, page 4.\n\n2) Ibid.")]
    [InlineData("The mill is old.[1] The wheel is older.[2]", "[1] Chronicle, page 4.\n\n[2] Ibid.")]
    [InlineData("The mill is old.[1] The wheel is older. [2]", "1. Chronicle, page 4.\n2. Ibid.")]
    [InlineData("The mill is old.<sup>1</sup> The wheel is older.<sup>2</sup>", "(1) Chronicle, page 4.\n\n(2) Ibid.")]
    public void Marks_of_every_usual_form_lead_to_their_notes(string text, string notes)
    {
        var reading = Raw.Reading($"The Title\n\n{text}\n\nFootnotes\n\n{notes}\n");

        Assert.Equal("The mill is old.[^1] The wheel is older.[^2]", Assert.Single(reading.Blocks).Markdown);
        Assert.Equal([new FootnoteDraft("1", "Chronicle, page 4."), new FootnoteDraft("2", "Ibid.")], reading.Footnotes);
        Assert.Equal(Sureness.Silent, Assert.Single(reading.Repairs, repair => repair.Rule == RepairRules.Notes).Sureness);
    }

    [Fact]
    public void A_note_cut_by_the_page_goes_on_and_what_is_no_note_is_set_aside()
    {
        var reading = Raw.Reading($"The Title\n\nThe mill is old.¹ So is the wheel.²\n\nNotes\n\n1 See the Chronicle of\n\nMillers, page 4, where\n\n2 years are missing.\n\n2 Ibid.\n\nAlso by this house\n\nwww.house.example\n");

        Assert.Equal(["See the Chronicle of Millers, page 4, where 2 years are missing.", "Ibid."], reading.Footnotes.Select(note => note.Markdown));
        Assert.Equal(["Notes", "Also by this house", "www.house.example"], reading.SetAside.Select(draft => draft.Text));
    }

    [Fact]
    public void Units_years_and_enumerations_are_no_marks()
    {
        var reading = Raw.Reading("The Title\n\nA room of 12 m² was built (1901) for the mill.¹ It had (1) a door and (2) a wheel.²\n\nNotes\n\n1 Chronicle.\n\n2 Ibid.\n");

        Assert.Equal("A room of 12 m² was built (1901) for the mill.[^1] It had (1) a door and (2) a wheel.[^2]", Assert.Single(reading.Blocks).Markdown);
    }

    [Fact]
    public void Notes_of_each_chapter_stay_apart_and_the_text_goes_on_behind_them()
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}¹\n\nNotes\n\n1 First chapter.\n\nThe second chapter\n\n{Raw.Prose} {Raw.Prose}¹\n\nNotes\n\n1 Second chapter.\n");

        Assert.Equal([("1", "First chapter."), ("1-2", "Second chapter.")], reading.Footnotes.Select(note => (note.Label, note.Markdown)));
        Assert.EndsWith("[^1-2]", reading.Blocks[^1].Markdown, StringComparison.Ordinal);
        Assert.Equal(BlockKind.Heading, reading.Blocks[1].Kind);
    }

    [Fact]
    public void Notes_below_their_paragraph_need_no_heading()
    {
        var reading = Raw.Reading($"The Title\n\nThe mill is old.[1]\n\n[1] It stands in the parish book.\n\nThe wheel is older.[Note 2]\n\n[Note 2: Nobody knows how old.]\n\n{Raw.Prose}\n");

        Assert.Equal([("1", "It stands in the parish book."), ("2", "Nobody knows how old.")], reading.Footnotes.Select(note => (note.Label, note.Markdown)));
        Assert.Equal(["The mill is old.[^1]", "The wheel is older.[^2]", Raw.Prose], reading.Blocks.Texts());
    }

    [Fact]
    public void Notes_with_words_as_labels_are_kept_as_they_are()
    {
        var reading = Raw.Reading($"The Title\n\nThe mill is old.[^parish] {Raw.Prose}\n\n[^parish]: It stands in the\n    parish book.\n");

        Assert.Equal(new FootnoteDraft("parish", "It stands in the parish book."), Assert.Single(reading.Footnotes));
    }

    [Fact]
    public void References_are_notes_where_the_text_counts_them()
    {
        const string List = "References\n\n1. Smith, J. On mills. London 1921.\n2. Brown, K. On wheels. London 1934.\n";

        Assert.Equal(2, Raw.Reading($"The Title\n\n{Raw.Prose} [1] {Raw.Prose} [2]\n\n{List}").Footnotes.Count);
        Assert.Empty(Raw.Reading($"The Title\n\n{Raw.Prose}\n\n{List}").Footnotes);
    }
}
