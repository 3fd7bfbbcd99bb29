using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Readings;

public sealed class EditionPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_member_sees_the_editions_and_moderators_where_the_marks_went()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var address = await ChangedAsync(scene);

        var ana = await scene.PageAsync("Ana", $"{address}/editions", Cancellation);
        var owner = await scene.PageAsync(GroupScene.Owner, $"{address}/editions", Cancellation);

        Assert.Equal(["Edition 2Shown now", "Edition 1"], ana.QuerySelectorAll("#editions li > span:first-child").Select(line => line.TextContent));
        Assert.Contains("1 changed, 1 added, 1 removed", ana.QuerySelector("#editions li")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(ana.QuerySelector($"a[href='{address}/difference?from=1&to=2']"));
        Assert.Equal((null, true), (ana.QuerySelector("a[href*='/carried']"), owner.QuerySelector("a[href*='/carried']") is not null));
    }

    [Fact]
    public async Task A_moderator_accepts_and_takes_back_without_a_script()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var address = await ChangedAsync(scene);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);
        var review = await browser.PageAsync($"{address}/carried?show=ToReview", Cancellation);
        var step = review.QuerySelector("button[name='Step'][value^='accept']")?.GetAttribute("value") ?? "";

        var accepted = await Browser.PageAsync(await browser.SubmitAsync($"{address}/carried?show=ToReview", "decide", Cancellation, ("Step", step)), Cancellation);
        Assert.Contains("The place is accepted.", accepted.QuerySelector("[role=status]")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Accepted by Olga.", accepted.QuerySelector(".item")?.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync($"{address}/carried", "undo", Cancellation, ("IsSure", "true"));

        var page = await browser.PageAsync(address, Cancellation);
        Assert.Contains("Paragraph 3 says that the chairs were counted.", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Taken back: from edition 2 to edition 1", (await browser.PageAsync($"{address}/editions", Cancellation)).QuerySelector("main")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_says_that_its_passage_is_gone_and_keeps_the_words()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var said = await scene.SayAsync(GroupScene.Owner, "Which of them?", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));
        await ChangeAsync(scene, reading.Id);

        var page = await scene.PageAsync(GroupScene.Owner, $"{scene.Address}/threads/{said.ThreadId}", Cancellation);

        Assert.Contains("This passage is no longer in the text.", page.QuerySelector(".source")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Paragraph 3", page.QuerySelector(".source p")?.TextContent);
    }

    /// <summary>A reading with a mark that is in doubt since the text has changed.</summary>
    private static async Task<string> ChangedAsync(GroupScene scene)
    {
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        await using (var db = await scene.Site.ReadAsync(Cancellation))
        {
            var edition = db.Readings().Single(row => row.Id == reading.Id).CurrentEditionId;
            var block = db.Blocks().Single(row => row.EditionId == edition && row.Number == 5);
            var passage = new Passage(edition, new TextPoint(block.Key, 0), new TextPoint(block.Key, block.Text.Length));
            var marked = await scene.Site.Get<AddAnnotationHandler>().HandleAsync(
                new AddAnnotation(Guid.CreateVersion7(), scene.GroupId, reading.Id, AnnotationKind.Highlight, IsPrivate: false, passage), scene[GroupScene.Owner], Cancellation);
            Assert.True(marked.Succeeded);
        }

        await ChangeAsync(scene, reading.Id);
        return $"{scene.Address}/readings/{reading.Slug}";
    }

    private static async Task ChangeAsync(GroupScene scene, Guid readingId)
    {
        var words = Enumerable.Range(1, 10).Where(number => number != 3)
            .Select(number => number == 5 ? "Paragraph 5 claims that these chairs had been counted." : $"Paragraph {number} says that the chairs were counted.").Append("Nobody sat down.");
        var document = new ImportedDocument("again.md", "again", null,
            [new ReadingDraft { Title = "The Room", Authors = ["Maren Holt"], Date = "2011-03", Blocks = [.. words.Select(text => new BlockDraft(BlockKind.Paragraph, text))] }]);
        var changed = await scene.Site.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(document, scene.GroupId) { ReadingId = readingId }, scene[GroupScene.Owner], Cancellation);
        Assert.True(changed.Succeeded, changed.Error?.Message);
    }
}
