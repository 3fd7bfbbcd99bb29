using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;
using StudyGroup.Tests.Annotations.Editions;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;
using static StudyGroup.Tests.Annotations.Editions.EditionSteps;
using static StudyGroup.Tests.Authorization.StagedText;

namespace StudyGroup.Tests.Groups;

public sealed class KnownReadingsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_changed_text_of_a_reading_on_the_shelf_is_a_new_edition_of_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var imported = await stage.ReviseAsync(First, Second.Replace("morning", "evening", StringComparison.Ordinal), Third);

        Assert.Equal((stage.Text.ReadingId, stage.Text.Slug, ImportedAs.NewEdition, 2), (imported.Id, imported.Slug, imported.As, imported.Edition));
        await using var db = await stage.ReadAsync();
        var edition = await db.Editions().SingleAsync(row => row.ReadingId == imported.Id && row.Number == 2, Cancellation);
        Assert.Equal(await stage.CurrentEditionAsync(), edition.Id);
        Assert.Equal((stage.Text.EditionId, stage.Moderator.AccountId), (edition.BasedOnId, edition.ImportedById));
        Assert.Equal((1, 0, 1), (edition.BlocksAdded, edition.BlocksRemoved, edition.BlocksChanged));
        var blocks = await db.BlocksOfAsync(edition.Id, Cancellation);
        Assert.Equal(["b1", "b2", "b3", "e2-4"], blocks.Select(block => block.Key));
        Assert.Equal([null, 1, 2, 3], blocks.Select(block => block.Number));
    }

    [Theory, BothEngines]
    public async Task The_same_text_in_another_file_changes_nothing(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var answer = await stage.ReviseAsync(stage.Moderator, First, Second);

        Assert.Equal("already-imported", answer.Error?.Code);
        await stage.ReviseAsync(First, Third);
        Assert.Equal("already-imported", (await stage.ReviseAsync(stage.Moderator, First, Second)).Error?.Code);
        await using var db = await stage.ReadAsync();
        Assert.Equal(2, await db.Editions().CountAsync(edition => edition.ReadingId == stage.Text.ReadingId, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Another_text_of_the_same_title_and_authors_is_another_reading(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var imported = await stage.ReviseAsync("Quite another story of a bridge, told by people who had never seen a door.", "It ends at the river, as such stories do.");

        Assert.Equal(ImportedAs.NewReading, imported.As);
        Assert.NotEqual(stage.Text.ReadingId, imported.Id);
    }

    [Theory, BothEngines]
    public async Task The_editor_says_whose_text_it_is_whatever_it_is_called(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var handler = stage.Get<ImportReadingsHandler>();
        var document = Document(["Hardly a word of the old text is left in this one."], "The Door, Counted");

        var missing = await handler.HandleAsync(new ImportReadings(document, stage.GroupId) { ReadingId = stage.TextElsewhere.ReadingId }, stage.Moderator, Cancellation);
        var late = await handler.HandleAsync(new ImportReadings(document, stage.GroupId) { ReadingId = stage.Text.ReadingId, BasedOn = Guid.CreateVersion7() }, stage.Moderator, Cancellation);
        var imported = await handler.HandleAsync(
            new ImportReadings(document, stage.GroupId) { ReadingId = stage.Text.ReadingId, BasedOn = stage.Text.EditionId }, stage.Moderator, Cancellation);

        Assert.Equal(Error.NotFound, missing.Error);
        Assert.Equal("text-changed", late.Error?.Code);
        Assert.Equal((stage.Text.ReadingId, ImportedAs.NewEdition, Title), (imported.Must()[0].Id, imported.Must()[0].As, imported.Must()[0].Title));
    }

    [Theory, BothEngines]
    public async Task Of_an_issue_each_text_goes_its_own_way(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var handler = stage.Get<ImportReadingsHandler>();
        (await handler.HandleAsync(new ImportReadings(Issue("a", Text("One", First), Text("Two", Second)), stage.GroupId), stage.Owner, Cancellation)).Must();

        var again = (await handler.HandleAsync(
            new ImportReadings(Issue("b", Text("One", First), Text("Two", Second, Third), Text("Three", Third)), stage.GroupId), stage.Owner, Cancellation)).Must();

        Assert.Equal([ImportedAs.Known, ImportedAs.NewEdition, ImportedAs.NewReading], again.Select(text => text.As));
        Assert.Equal(["One", "Two", "Three"], again.Select(text => text.Title));
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.Issues().CountAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task Of_two_who_change_a_text_at_once_one_is_refused(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var handler = stage.Get<ImportReadingsHandler>();
        for (var round = 0; round < 3; round++)
        {
            var current = await stage.CurrentEditionAsync();
            var texts = new[] { $"{First} One {round}.", $"{First} Two {round}." };

            var results = await Task.WhenAll(texts.Select(text => Task.Run(
                () => handler.HandleAsync(new ImportReadings(Document([text]), stage.GroupId) { ReadingId = stage.Text.ReadingId, BasedOn = current }, stage.Moderator, Cancellation), Cancellation)));

            Assert.Single(results, result => result.Succeeded);
            Assert.Contains(results, result => result.Error?.Code == "text-changed");
        }
    }

    [Theory, BothEngines]
    public async Task How_far_members_have_read_is_counted_in_the_new_text(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        (await stage.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(stage.Text.ReadingId, "b3"), stage.Ana, Cancellation)).Must();

        await stage.ReviseAsync(Third, First, "A new one between the two.", Second);

        await using var db = await stage.ReadAsync();
        var position = await db.ReadingPositions().SingleAsync(row => row.AccountId == stage.Ana.AccountId, Cancellation);
        Assert.Equal((4, 4), (position.Furthest, position.Last));
    }

    private static ReadingDraft Text(string title, params string[] paragraphs) => new()
    {
        Title = title,
        Authors = ["Mara Quent"],
        Blocks = [.. paragraphs.Select(words => new BlockDraft(BlockKind.Paragraph, words))],
    };

    private static ImportedDocument Issue(string name, params ReadingDraft[] texts) =>
        new($"{name}.md", Secret.Hash(name), new IssueDraft("The Counter", "4", "2019", null, []), texts);
}
