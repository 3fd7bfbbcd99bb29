using System.Text;
using StudyGroup.Readings.Import;
using StudyGroup.Tests.Architecture;
using StudyGroup.Tests.Readings.Import.Damage;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>What an editor takes back is not done again, and nothing else changes with it.</summary>
public sealed class UndoTests
{
    public static TheoryData<string> Names => DamageTests.Names;

    [Fact]
    public void A_joint_that_is_taken_back_leaves_two_paragraphs()
    {
        var text = $"The Title\n\n{Raw.Prose}\n\nThe water was divided with\n\nthe land.\n";

        var reading = Import(text, "sentence-break:7");

        Assert.Equal([Raw.Prose, "The water was divided with", "the land."], reading.Blocks.Texts());
        Assert.True(Assert.Single(reading.Repairs, repair => repair.Id == "sentence-break:7").IsUndone);
    }

    [Theory]
    [InlineData("# A\n\nThe NFBBW and the NFBw met.\n\nVisit nfbw.org\n", "acronym:3:2", "The NFBW and the NFBw met.")]
    [InlineData("# A\n\nIt cost \\$5 or \\$6.\n\nIt rained.\n", "escape:3", "It cost \\$5 or $6.")]
    public void Of_two_repairs_in_one_line_each_is_taken_back_alone(string text, string id, string markdown)
    {
        Assert.Equal(markdown, Import(text, id).Blocks[0].Markdown);
    }

    [Fact]
    public void Notes_that_are_none_go_back_into_the_text()
    {
        var text = $"The Title\n\n{Raw.Prose}¹\n\nNotes\n\n1 A line of the text.\n";
        var id = Assert.Single(Raw.Reading(text).Repairs, repair => repair.Rule == RepairRules.Notes).Id;

        var reading = Import(text, id);

        Assert.Empty(reading.Footnotes);
        Assert.Equal([Raw.Prose + "¹", "Notes", "1 A line of the text."], reading.Blocks.Texts());
    }

    [Fact]
    public void An_article_that_is_none_stays_with_the_one_before_it()
    {
        var text = $"The Gate\n\nBy Ann Lee\n\n{Raw.Prose}\n\nThe Road\n\nBy Tom Hall\n\n{Raw.Prose}\n\nRain\n\nBy Eva Stone\n\n{Raw.Prose}\n";

        var document = Import(new HashSet<string> { "articles:7" }, text);

        Assert.Equal(["The Gate", "Rain"], document.Readings.Select(reading => reading.Title));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_repair_of_an_injured_text_can_be_taken_back(string name)
    {
        var damaged = Injuries.Do(Repository.Read($"tests/StudyGroup.Tests/Readings/Import/Damage/Texts/{name}.txt"), seed: 6).Text;
        var repairs = Raw.Reading(damaged).Repairs;

        Assert.Distinct(repairs.Select(repair => repair.Id));
        foreach (var repair in repairs.Where(repair => !repair.IsNotice))
        {
            var document = Import(new HashSet<string> { repair.Id }, damaged);
            Assert.Contains(document.Readings.SelectMany(reading => reading.Repairs), other => other.Id == repair.Id && other.IsUndone);
            Assert.Empty(LostWords.In(damaged, document));
        }
    }

    [Fact]
    public void The_words_before_and_after_a_long_repair_are_cut_to_where_they_differ()
    {
        var text = $"The Title\n\n{string.Join(' ', Enumerable.Repeat(Raw.Prose, 6))} The *old mill was sold.\n";

        var repair = Assert.Single(Raw.Reading(text).Repairs, repair => repair.Rule == RepairRules.Emphasis);

        Assert.Contains("The *old mill", repair.Before, StringComparison.Ordinal);
        Assert.Contains(@"The \*old mill", repair.After, StringComparison.Ordinal);
        Assert.InRange(repair.Before.Length, 10, 300);
    }

    private static ReadingDraft Import(string text, string undone) => Assert.Single(Import(new HashSet<string> { undone }, text).Readings);

    private static ImportedDocument Import(HashSet<string> undone, string text)
    {
        var result = new DocumentImporter().Import("text.txt", Encoding.UTF8.GetBytes(text), new ImportChoices { Undone = undone }, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Value;
    }
}
