using System.Text;
using StudyGroup.Groups;
using StudyGroup.Groups.Importing;
using StudyGroup.Tests.Annotations.Editions;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;
using static StudyGroup.Tests.Authorization.StagedText;

namespace StudyGroup.Tests.Groups;

public sealed class ImportForecastTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_changed_text_is_announced_as_a_new_edition_and_becomes_one(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var review = await ReceiveAsync(stage, EditionSteps.Title, First, Second.Replace("morning", "evening", StringComparison.Ordinal));

        var forecast = await ForecastAsync(stage, review);

        var line = Assert.Single(forecast.Lines);
        Assert.Equal((ImportedAs.NewEdition, stage.Text.ReadingId, 2), (line.As, line.ReadingId.GetValueOrDefault(), line.Edition));
        var published = await stage.Get<PublishImportHandler>().HandleAsync(new PublishImport(review.Row.Id, review.Version), stage.Moderator, Cancellation);
        Assert.Equal((ImportedAs.NewEdition, 2), (published.Must()[0].As, published.Must()[0].Edition));
    }

    [Theory, BothEngines]
    public async Task The_editor_may_say_that_it_is_a_reading_of_its_own(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var review = await ReceiveAsync(stage, EditionSteps.Title, First, Second.Replace("morning", "evening", StringComparison.Ordinal));

        Assert.Equal(ImportedAs.NewReading, Assert.Single((await ForecastAsync(stage, review, isNew: true)).Lines).As);
        var published = await stage.Get<PublishImportHandler>().HandleAsync(new PublishImport(review.Row.Id, review.Version) { IsNew = true }, stage.Moderator, Cancellation);

        Assert.Equal(ImportedAs.NewReading, published.Must()[0].As);
        Assert.NotEqual(stage.Text.ReadingId, published.Must()[0].Id);
    }

    [Theory, BothEngines]
    public async Task The_editor_may_choose_the_reading(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var review = await ReceiveAsync(stage, "Quite Another Title", First, EditionSteps.Third);

        var forecast = await ForecastAsync(stage, review);
        Assert.Equal(ImportedAs.NewReading, Assert.Single(forecast.Lines).As);
        Assert.Contains(forecast.Choices, choice => choice.ReadingId == stage.Text.ReadingId);
        var chosen = Assert.Single((await ForecastAsync(stage, review, stage.Text.ReadingId)).Lines);

        Assert.Equal((ImportedAs.NewEdition, EditionSteps.Title, 2), (chosen.As, chosen.Title, chosen.Edition));
        Assert.True(chosen.Changed + chosen.Added + chosen.Removed > 0);
    }

    private static async Task<ImportReview> ReceiveAsync(Stage stage, string title, params string[] paragraphs)
    {
        var text = $"---\ntitle: {title}\nauthor: Mara Quent\n---\n\n## Doors\n\n{string.Join("\n\n", paragraphs)}\n";
        var draft = (await stage.Get<ReceiveImportHandler>().HandleAsync(new ReceiveImport(stage.GroupId, "doors.md", Encoding.UTF8.GetBytes(text)), stage.Moderator, Cancellation)).Must();
        return (await stage.Get<ImportReviewQuery>().FindAsync(draft, stage.Moderator, Cancellation)).Must();
    }

    private static Task<ImportForecast> ForecastAsync(Stage stage, ImportReview review, Guid? chosen = null, bool isNew = false) =>
        stage.Get<ImportForecastQuery>().FindAsync(review, chosen, isNew, stage.Moderator, Cancellation);
}
