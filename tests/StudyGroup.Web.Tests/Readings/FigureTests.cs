using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Readings;

public sealed class FigureTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_shown_to_who_may_see_the_text_and_is_not_there_for_anybody_else()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var (slug, address) = await ImportAsync(scene);

        var page = await scene.PageAsync(GroupScene.Owner, $"{scene.Address}/readings/{slug}", Cancellation);
        var shown = await (await scene.BrowserAsync(GroupScene.Owner, Cancellation)).GetAsync(address, Cancellation);
        var hidden = await (await scene.BrowserAsync("Zoe", Cancellation)).GetAsync(address, Cancellation);
        var random = await (await scene.BrowserAsync("Zoe", Cancellation)).GetAsync(address.Replace(address[10..18], "00000000", StringComparison.Ordinal), Cancellation);

        Assert.Equal(address, page.QuerySelector("figure img")?.GetAttribute("src"));
        Assert.Equal((HttpStatusCode.OK, "image/png"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.Equal(Picture, await shown.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, random.StatusCode));
    }

    [Fact]
    public async Task Who_translated_a_text_stands_beside_who_wrote_it()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var draft = new ReadingDraft { Title = "The Far Quay", Authors = ["Orla Venn"], Translator = "Tom Hall", Blocks = [new BlockDraft(BlockKind.Paragraph, "Look.")] };
        var imported = await scene.Site.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(new ImportedDocument("quay.txt", "two", null, [draft]), scene.GroupId), scene[GroupScene.Owner], Cancellation);

        var page = await scene.PageAsync(GroupScene.Owner, $"{scene.Address}/readings/{imported.Value?[0].Slug}", Cancellation);

        Assert.Contains("translated by Tom Hall", page.QuerySelector(".byline")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var (_, address) = await ImportAsync(scene);

        var answer = await scene.Site.Visitor().GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task<(string Slug, string Address)> ImportAsync(GroupScene scene)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Picture));
        var draft = new ReadingDraft { Title = "With a Picture", Blocks = [new BlockDraft(BlockKind.Paragraph, "Look."), new BlockDraft(BlockKind.Figure, FigureImage.Markdown("The quay", hash, "In winter."))] };
        var document = new ImportedDocument("picture.epub", "one", null, [draft]) { Images = [new ImageDraft(hash, "image/png", 100, 80, Picture)] };
        var imported = await scene.Site.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(document, scene.GroupId), scene[GroupScene.Owner], Cancellation);
        Assert.True(imported.Succeeded, imported.Error?.Message);
        await using var db = await scene.Site.Get<IDbContextFactory<StudyGroupDbContext>>().CreateDbContextAsync(Cancellation);
        var edition = await db.Readings().Where(reading => reading.Id == imported.Value[0].Id).Select(reading => reading.CurrentEditionId).SingleAsync(Cancellation);
        return (imported.Value[0].Slug, FigureImage.Folder(edition) + hash);
    }
}
