using System.Text;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups.Importing;
using StudyGroup.Readings;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups.Importing;

public sealed class ImportDraftTests
{
    private const string Text = """
        The Ferry

        By Ilse Marwick

        The rope was wet, and the ferryman had gone to look for the other end of

        it, as he did every autumn. Nobody asked him why.

        On the far side stood a shed with one window.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_file_is_received_changed_and_published_as_it_was_seen(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = (await ReceiveAsync(stage)).Must();
        var review = (await FindAsync(stage, id)).Must();
        var repair = Assert.Single(review.Readings[0].Repairs, repair => repair.Rule == "sentence-break");

        var version = (await StepAsync(stage, id, review.Version, new ImportEdit(ImportEditKind.UndoRepair) { Repair = repair.Id })).Must();
        version = (await StepAsync(stage, id, version, new ImportEdit(ImportEditKind.SetFields)
        {
            Fields = new ReadingFields("The Long Ferry", null, ["Ilse Marwick", "Corin Hallow"], null, "2024-05", "en", null, null),
        })).Must();
        var published = (await stage.Get<PublishImportHandler>().HandleAsync(new PublishImport(id, version), stage.Moderator, Cancellation)).Must();

        await using var db = await stage.ReadAsync();
        var reading = await db.Readings().SingleAsync(row => row.Id == published[0].Id, Cancellation);
        var blocks = await db.Blocks().Where(block => block.EditionId == reading.CurrentEditionId).OrderBy(block => block.Position).Select(block => block.Text).ToListAsync(Cancellation);
        Assert.Equal(("The Long Ferry", "2024-05"), (reading.Title, reading.Date));
        Assert.Contains(blocks, text => text.EndsWith("the other end of", StringComparison.Ordinal));
        Assert.NotNull((await FindAsync(stage, id)).Must().Row.PublishedAt);
    }

    [Theory, BothEngines]
    public async Task Of_two_editors_who_change_the_same_state_one_is_told_and_nothing_is_lost(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = (await ReceiveAsync(stage)).Must();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => StepAsync(stage, id, 1, new ImportEdit(ImportEditKind.LeaveOut))));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Equal("changed", answer.Error?.Code));
        Assert.Equal((2, 1), ((await FindAsync(stage, id)).Must().Version, (await FindAsync(stage, id)).Must().Steps));
    }

    [Theory, BothEngines]
    public async Task The_last_step_is_taken_back(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = (await ReceiveAsync(stage)).Must();
        var version = (await StepAsync(stage, id, 1, new ImportEdit(ImportEditKind.MakeQuote) { Block = 0 })).Must();

        await stage.Get<EditImportHandler>().HandleAsync(new EditImport(id, version, Edit: null), stage.Moderator, Cancellation);

        var review = (await FindAsync(stage, id)).Must();
        Assert.Equal((0, BlockKind.Paragraph), (review.Steps, review.Readings[0].Blocks[0].Kind));
    }

    [Theory, BothEngines]
    public async Task The_same_file_is_received_once_for_a_group_even_twenty_times_at_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReceiveAsync(stage)));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers.Where(answer => !answer.Succeeded), answer => Assert.Equal("already-received", answer.Error?.Code));
    }

    [Theory, BothEngines]
    public async Task A_file_thrown_away_leaves_nothing_and_can_come_again(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = (await ReceiveAsync(stage)).Must();

        await stage.Get<DiscardImportHandler>().HandleAsync(new DiscardImport(id), stage.Owner, Cancellation);

        await using (var db = await stage.ReadAsync())
            Assert.False(await db.ImportFiles().AnyAsync(Cancellation));
        Assert.True((await ReceiveAsync(stage)).Succeeded);
    }

    [Theory]
    [InlineData("", "en", null, "title")]
    [InlineData("A", "english", null, "language")]
    [InlineData("A", "de", "May 2024", "date")]
    [InlineData("A", "de", "2024-13", "date")]
    public async Task Fields_that_break_a_rule_are_refused_with_a_reason(string title, string language, string? date, string code)
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var id = (await ReceiveAsync(stage)).Must();

        var refused = await StepAsync(stage, id, 1, new ImportEdit(ImportEditKind.SetFields) { Fields = new ReadingFields(title, null, [], null, date, language, null, null) });

        Assert.Equal(code, refused.Error?.Code);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_and_not_kept()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);

        var refused = await stage.Get<ReceiveImportHandler>().HandleAsync(new ReceiveImport(stage.GroupId, "picture.txt", [0, 1, 2, 0]), stage.Moderator, Cancellation);

        await using var db = await stage.ReadAsync();
        Assert.False(refused.Succeeded);
        Assert.False(await db.ImportDrafts().AnyAsync(Cancellation));
    }

    internal static Task<Result<Guid>> ReceiveAsync(Stage stage, CurrentMember? editor = null, string? text = null) =>
        stage.Get<ReceiveImportHandler>().HandleAsync(new ReceiveImport(stage.GroupId, "ferry.txt", Encoding.UTF8.GetBytes(text ?? Text)), editor ?? stage.Moderator, Cancellation);

    private static Task<Result<ImportReview>> FindAsync(Stage stage, Guid id) => stage.Get<ImportReviewQuery>().FindAsync(id, stage.Moderator, Cancellation);

    private static Task<Result<int>> StepAsync(Stage stage, Guid id, int version, ImportEdit edit) =>
        stage.Get<EditImportHandler>().HandleAsync(new EditImport(id, version, edit), stage.Moderator, Cancellation);
}
