using StudyGroup.Groups;
using StudyGroup.Readings.Import;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups;

public sealed class IssueQueryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task An_issue_lists_its_texts_as_printed_and_what_the_printed_contents_forget_at_the_end(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var document = StagedText.Document("The Second Door") with
        {
            Issue = new IssueDraft("Doors Quarterly", "7", "2024-05", "The Porters", [new ContentsEntry("THE THIRD DOOR: How it Closed", 9), new ContentsEntry("A Door Nobody Sent", 20)]),
            Readings = [.. new[] { "The Second Door", "The Third Door" }.Select(title => StagedText.Document(title).Readings[0])],
        };
        var imported = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(document, stage.GroupId), importer: null, Cancellation)).Must();

        var page = await stage.Get<ReadingPageQuery>().FindAsync("herons", imported[0].Slug, stage.Ana, Cancellation);
        var id = page?.IssueId ?? Guid.Empty;
        var issue = await stage.Get<IssueQuery>().FindAsync("herons", id, stage.Ana, Cancellation);

        Assert.Equal("Doors Quarterly", page?.IssueTitle);
        Assert.Equal(
            [("The Third Door", (int?)9, true, true), ("A Door Nobody Sent", 20, false, true), ("The Second Door", null, true, false)],
            issue?.Lines.Select(line => (line.Title, line.Page, line.Slug is not null, line.IsPrinted)));
        Assert.Null(await stage.Get<IssueQuery>().FindAsync("herons", id, stage.Zoe, Cancellation));
    }
}
