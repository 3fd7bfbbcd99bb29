using System.Text.Json;
using StudyGroup.Readings.Citing;
using Xunit;

namespace StudyGroup.Tests.Readings.Citing;

public sealed class CitationTests
{
    private static readonly CitedWork Work = new("the-weir", "The Weir & 100 % Water", ["Ilse Marwick", "Board of the River Society"], "https://read.example/groups/g/readings/the-weir#b4")
    {
        Subtitle = "A Log",
        Publication = "Tide_Tables",
        IssueNumber = "12",
        Date = "2024-05",
        Language = "en",
        Paragraph = 4,
    };

    [Fact]
    public void The_text_names_what_is_known_and_nothing_else()
    {
        Assert.Equal(
            "Ilse Marwick, Board of the River Society, “The Weir & 100 % Water: A Log”, Tide_Tables 12, 2024-05, ¶ 4, https://read.example/groups/g/readings/the-weir#b4.",
            PlainCitation.Of(Work));
        Assert.Equal("“Notes”, https://read.example/n.", PlainCitation.Of(new CitedWork("notes", "Notes", [], "https://read.example/n")));
    }

    [Fact]
    public void Who_translated_a_text_is_named_in_every_form()
    {
        var work = Work with { Translator = "Tom Hall" };

        Assert.Contains("A Log”, translated by Tom Hall, Tide_Tables 12", PlainCitation.Of(work), StringComparison.Ordinal);
        Assert.Contains("translator = {Tom Hall}", BibTexCitation.Of(work), StringComparison.Ordinal);
        Assert.Contains("\"translator\"", CslCitation.Of(work), StringComparison.Ordinal);
    }

    [Fact]
    public void In_bibtex_marks_of_its_own_are_escaped_and_a_body_stays_whole()
    {
        var entry = BibTexCitation.Of(Work);

        Assert.StartsWith("@article{the-weir,\n", entry, StringComparison.Ordinal);
        Assert.Contains(@"title = {{The Weir \& 100 \% Water: A Log}}", entry, StringComparison.Ordinal);
        Assert.Contains("author = {Ilse Marwick and {Board of the River Society}}", entry, StringComparison.Ordinal);
        Assert.Contains(@"journal = {Tide\_Tables}", entry, StringComparison.Ordinal);
        Assert.Contains("year = {2024}", entry, StringComparison.Ordinal);
        Assert.Equal(entry.Count(character => character == '{'), entry.Count(character => character == '}'));
    }

    [Fact]
    public void A_text_of_unknown_origin_is_no_article() =>
        Assert.StartsWith("@misc{", BibTexCitation.Of(Work with { Publication = null, IssueNumber = null }), StringComparison.Ordinal);

    [Fact]
    public void Csl_is_a_list_with_one_item_whose_date_is_as_exact_as_known()
    {
        using var parsed = JsonDocument.Parse(CslCitation.Of(Work));
        var item = Assert.Single(parsed.RootElement.EnumerateArray());

        Assert.Equal("article-journal", item.GetProperty("type").GetString());
        Assert.Equal("[[2024,5]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Board of the River Society", item.GetProperty("author")[1].GetProperty("literal").GetString());
        Assert.False(item.TryGetProperty("translator", out _));
    }

    [Fact]
    public void A_whole_text_is_cited_where_it_was_published_and_a_passage_where_the_group_reads_it()
    {
        var published = Work with { SourceAddress = "https://tables.example/weir" };

        Assert.EndsWith(", https://tables.example/weir.", PlainCitation.Of(published with { Paragraph = null }), StringComparison.Ordinal);
        Assert.Contains("url = {https://tables.example/weir}", BibTexCitation.Of(published with { Paragraph = null }), StringComparison.Ordinal);
        Assert.EndsWith("/groups/g/readings/the-weir#b4.", PlainCitation.Of(published), StringComparison.Ordinal);
    }
}
