using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;
using static StudyGroup.Tests.Annotations.Editions.EditionSteps;
using static StudyGroup.Tests.Authorization.StagedText;

namespace StudyGroup.Tests.Annotations.Editions;

public sealed class UndoEditionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Every_mark_stands_where_it_stood_and_later_ones_come_along(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var kept = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        var lost = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new", isPrivate: true);
        var before = (await stage.MarkRowAsync(kept), await stage.MarkRowAsync(lost));
        await stage.ReviseAsync(Third, First);
        var later = await stage.MarkAsync(stage.Ben, 2, "long street");

        (await UndoAsync(stage)).Must();

        Assert.Equal(stage.Text.EditionId, await stage.CurrentEditionAsync());
        Assert.Equal((before.Item1.Standing(), before.Item2.Standing()), ((await stage.MarkRowAsync(kept)).Standing(), (await stage.MarkRowAsync(lost)).Standing()));
        Assert.Equal(AnchorMethod.Restored, (await stage.CarriedAsync(lost)).Method);
        Assert.Equal("long street", await stage.WordsOfAsync(later));
    }

    [Theory, BothEngines]
    public async Task Taking_it_back_twice_brings_the_new_text_again_with_what_was_decided(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        await stage.ReviseAsync(Second, Third);
        var revised = await stage.CurrentEditionAsync();
        var target = await stage.MarkRowAsync(await stage.MarkAsync(stage.Ana, 2, "longer list"));
        var passage = new Passage(target.EditionId, new TextPoint(target.StartBlock, target.StartOffset), new TextPoint(target.EndBlock, target.EndOffset));
        (await stage.Get<AttachMarkHandler>().HandleAsync(new AttachMark(mark, passage), stage.Moderator, Cancellation)).Must();

        (await UndoAsync(stage)).Must();
        Assert.Equal("counted the doors", await stage.WordsOfAsync(mark));
        (await UndoAsync(stage)).Must();

        Assert.Equal(revised, await stage.CurrentEditionAsync());
        Assert.Equal("longer list", await stage.WordsOfAsync(mark));
    }

    [Theory, BothEngines]
    public async Task Of_many_who_take_it_back_at_once_one_does(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        await stage.ReviseAsync(Second, Third);
        var newest = await stage.NewestCarryOverAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Task.Run(() => stage.Get<UndoEditionHandler>().HandleAsync(new UndoEdition(newest.Id), stage.Moderator, Cancellation), Cancellation)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("text-changed", result.Error?.Code));
        Assert.Equal(stage.Text.EditionId, await stage.CurrentEditionAsync());
    }

    [Theory, BothEngines]
    public async Task A_group_that_reads_along_does_not_change_the_text(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await using (var db = await stage.ReadAsync())
        {
            db.ShelfItems().Add(new ShelfItem { GroupId = stage.ElsewhereId, ReadingId = stage.Text.ReadingId, Slug = "door", Position = 9, ShelvedAt = stage.Core.Clock.GetUtcNow().AddHours(1) });
            await db.SaveChangesAsync(Cancellation);
        }

        var chosen = new ImportReadings(Document([Third]), stage.ElsewhereId) { ReadingId = stage.Text.ReadingId };
        Assert.Equal("not-your-text", (await stage.Get<ImportReadingsHandler>().HandleAsync(chosen, stage.Zoe, Cancellation)).Error?.Code);
        var own = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(Document([First, Third]), stage.ElsewhereId), stage.Zoe, Cancellation)).Must();
        Assert.Equal(ImportedAs.NewReading, own[0].As);
        await stage.ReviseAsync(Second, Third);
        Assert.Equal("not-your-text", (await stage.Get<UndoEditionHandler>().HandleAsync(new UndoEdition((await stage.NewestCarryOverAsync()).Id), stage.Zoe, Cancellation)).Error?.Code);
    }

    private static async Task<Result> UndoAsync(Stage stage) =>
        await stage.Get<UndoEditionHandler>().HandleAsync(new UndoEdition((await stage.NewestCarryOverAsync()).Id), stage.Moderator, Cancellation);
}
