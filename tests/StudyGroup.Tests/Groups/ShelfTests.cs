using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups;

public sealed class ShelfTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Readings_stand_in_the_order_in_which_they_were_shelved(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        (await ImportAsync(stage, "Zinc", "Amber", "Moss")).Must();
        (await ImportAsync(stage, "Birch")).Must();

        Assert.Equal(["The Uncounted Door", "Zinc", "Amber", "Moss", "Birch"], (await ShelfAsync(stage)).Select(row => row.Title));
    }

    [Theory, BothEngines]
    public async Task Two_of_one_title_get_addresses_of_their_own_and_another_group_counts_for_itself(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var slugs = (await ImportAsync(stage, "Zinc", "Zinc", "Zinc!")).Must().Select(imported => imported.Slug);
        var elsewhere = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(DocumentOf("Zinc"), stage.ElsewhereId), stage.Zoe, Cancellation)).Must();

        Assert.Equal(["zinc", "zinc-2", "zinc-3"], slugs);
        Assert.Equal("zinc", elsewhere[0].Slug);
    }

    [Theory, BothEngines]
    public async Task Twelve_of_one_title_shelved_at_once_get_twelve_addresses_and_places(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 12, number => stage.Get<ImportReadingsHandler>().HandleAsync(
            new ImportReadings(DocumentOf("Zinc", words: string.Join(' ', Enumerable.Repeat($"zinc{number}", 12))), stage.GroupId), stage.Owner, Cancellation));

        var expected = new[] { "zinc" }.Concat(Enumerable.Range(2, 11).Select(number => $"zinc-{number}")).ToHashSet();
        var shelf = await ShelfAsync(stage);
        Assert.Equal(expected, answers.Select(answer => answer.Must()[0].Slug).ToHashSet());
        Assert.Equal(["zinc", .. Enumerable.Range(2, 11).Select(number => $"zinc-{number}")], shelf.Skip(1).Select(row => row.Slug));
    }

    [Theory, BothEngines]
    public async Task One_reading_shelved_ten_times_at_once_stands_there_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var own = (await stage.Get<CreateGroupHandler>().HandleAsync(new CreateGroup("Desk"), stage.Owner, Cancellation)).Must();

        var slugs = await stage.Core.MeetAsync(own.Id, 10, async _ =>
            (await stage.Get<ShelveReadingHandler>().HandleAsync(new ShelveReading(own.Id, stage.Text.ReadingId), stage.Owner, Cancellation)).Must());

        var view = await stage.Get<GroupQuery>().FindAsync(own.Slug, stage.Owner, Cancellation) ?? throw new InvalidOperationException("The group is not there.");
        var row = Assert.Single(await stage.Get<GroupQuery>().ShelfAsync(view, stage.Owner, Cancellation));
        Assert.All(slugs, slug => Assert.Equal(row.Slug, slug));
    }

    private static async Task<IReadOnlyList<ShelfRow>> ShelfAsync(Stage stage)
    {
        var view = await stage.Get<GroupQuery>().FindAsync("herons", stage.Observer, Cancellation) ?? throw new InvalidOperationException("The group is not there.");
        return await stage.Get<GroupQuery>().ShelfAsync(view, stage.Observer, Cancellation);
    }

    private static Task<Result<IReadOnlyList<ImportedReading>>> ImportAsync(Stage stage, params string[] titles) =>
        stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(DocumentOf(titles), stage.GroupId), stage.Moderator, Cancellation);

    private static ImportedDocument DocumentOf(params string[] titles) => new(
        "shelf.md",
        Secret.Hash(string.Join('\n', titles)),
        Issue: null,
        [.. titles.Select(title => new ReadingDraft { Title = title, Blocks = [new BlockDraft(BlockKind.Paragraph, StagedText.First)] })]);

    private static ImportedDocument DocumentOf(string title, string words) =>
        new("shelf.md", Secret.Hash(words), Issue: null, [new ReadingDraft { Title = title, Blocks = [new BlockDraft(BlockKind.Paragraph, words)] }]);
}
