using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Readings;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Comments that point at paragraphs show the words they point at, of texts that their group reads.</summary>
public sealed class CitedPassageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_paragraph_that_is_cited_by_number_or_by_pasted_address_stands_there_with_its_words(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var reading = await CitedAsync(stage);
        var address = stage.Get<SiteAddress>().Of($"{reading.Path}#{reading.Key}");

        foreach (var markdown in new[] { $"As in ¶{reading.Number}", $"As in {address}" })
        {
            var html = await RenderedAsync(stage, markdown);

            Assert.Contains($"<a href=\"{reading.Path}#{reading.Key}\" class=\"pref\">¶ {reading.Number}</a>", html, StringComparison.Ordinal);
            Assert.Contains("pcard-words", html, StringComparison.Ordinal);
            Assert.Contains(reading.Words[..20], html, StringComparison.Ordinal);
        }
    }

    [Theory, BothEngines]
    public async Task An_address_of_another_group_or_another_site_stays_an_address(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var reading = await CitedAsync(stage);
        var site = stage.Get<SiteAddress>();
        string[] foreign =
        [
            site.Of($"/groups/elsewhere/readings/{reading.Path.Split('/')[^1]}#{reading.Key}"),
            $"https://evil.example{reading.Path}#{reading.Key}",
            $"{site.Base.Scheme}://{site.Base.Authority}@evil.example{reading.Path}#{reading.Key}",
            site.Of($"{reading.Path}#no-such-key"),
        ];

        foreach (var address in foreign)
            Assert.DoesNotContain("pcard", await RenderedAsync(stage, $"See {address} there"), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_heading_is_called_by_its_words(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await using var db = await stage.ReadAsync();
        var heading = await db.Blocks().SingleAsync(block => block.EditionId == stage.Text.EditionId && block.Kind == BlockKind.Heading, Cancellation);

        var html = await RenderedAsync(stage, stage.Get<SiteAddress>().Of($"/groups/herons/readings/{stage.Text.Slug}#{heading.Key}"));

        Assert.Contains("class=\"pref\">Doors</a>", html, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Behind_a_paragraph_sign_stand_the_paragraphs_whose_number_begins_so_with_their_words_and_for_a_stranger_none(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var reading = await CitedAsync(stage);
        var paragraphs = stage.Get<ParagraphQuery>();

        var all = await paragraphs.SuggestAsync(stage.GroupId, stage.Text.ReadingId, null, stage.Observer, Cancellation);
        Assert.Equal(Enumerable.Range(1, Math.Min(reading.Number, ParagraphQuery.Most)), all.Select(paragraph => paragraph.Number));
        var last = await paragraphs.SuggestAsync(stage.GroupId, stage.Text.ReadingId, reading.Number, stage.Ana, Cancellation);
        Assert.Equal(new ParagraphSuggestion(reading.Number, reading.Words[..Math.Min(ParagraphQuery.LongestBeginning, reading.Words.Length)]), last[0]);
        var begun = await paragraphs.SuggestAsync(stage.GroupId, stage.Text.ReadingId, 1, stage.Ana, Cancellation);
        Assert.Equal(all.Where(paragraph => $"{paragraph.Number}".StartsWith('1')), begun);
        Assert.Empty(await paragraphs.SuggestAsync(stage.GroupId, stage.Text.ReadingId, int.MaxValue, stage.Ana, Cancellation));
        Assert.Empty(await paragraphs.SuggestAsync(stage.GroupId, stage.Text.ReadingId, null, stage.Zoe, Cancellation));
        Assert.Empty(await paragraphs.SuggestAsync(stage.GroupId, stage.TextElsewhere.ReadingId, null, stage.Ana, Cancellation));
    }

    private static async Task<Paragraph> CitedAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        var block = await db.Blocks().Where(block => block.EditionId == stage.Text.EditionId && block.Number != null).OrderBy(block => block.Position).LastAsync(Cancellation);
        return new Paragraph(block.Number.GetValueOrDefault(), block.Key, $"/groups/herons/readings/{stage.Text.Slug}", block.Text);
    }

    private static async Task<string> RenderedAsync(Stage stage, string markdown)
    {
        var posted = (await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), markdown) { Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId } })).Must();
        return (await stage.Get<ThreadQuery>().CommentsAsync(posted.ThreadId, 0, stage.Ana, Cancellation))[0].Html ?? "";
    }

    private sealed record Paragraph(int Number, string Key, string Path, string Words);
}
