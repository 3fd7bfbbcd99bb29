using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups;

public sealed class ParallelImportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Of_many_who_import_the_same_file_at_once_one_brings_it_in(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var document = StagedText.Document("The Same Text");
        var handler = stage.Get<ImportReadingsHandler>();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn =>
            Task.Run(() => handler.HandleAsync(new ImportReadings(document, stage.GroupId), turn % 2 == 0 ? stage.Moderator : stage.Owner, Cancellation), Cancellation)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("already-imported", result.Error?.Code));
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.Readings().CountAsync(reading => reading.Title == "The Same Text", Cancellation));
        Assert.Equal(1, await db.ImportedSources().CountAsync(source => source.SourceHash == document.ContentHash, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Two_groups_that_know_nothing_of_each_other_may_have_the_same_file(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var document = StagedText.Document("The Same Text");
        var handler = stage.Get<ImportReadingsHandler>();

        Assert.True((await handler.HandleAsync(new ImportReadings(document, stage.GroupId), stage.Owner, Cancellation)).Succeeded);
        Assert.True((await handler.HandleAsync(new ImportReadings(document, stage.ElsewhereId), stage.Zoe, Cancellation)).Succeeded);
    }
}
