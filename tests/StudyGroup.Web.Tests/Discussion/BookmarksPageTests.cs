using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Discussion;

public sealed class BookmarksPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kept_comment_leads_to_its_place()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var marked = await scene.SayAsync("Ana", "Who counts <b>chairs</b>?", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));
        var talk = await scene.SayAsync("Ana", "Tuesday?", Cancellation);
        foreach (var said in new[] { marked, talk })
            await scene.Site.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(said.Id, IsOn: true), scene[GroupScene.Owner], Cancellation);

        var links = (await scene.PageAsync(GroupScene.Owner, "/bookmarks", Cancellation)).QuerySelectorAll("#bookmarks a.open");

        Assert.Equal(
            [("Ana in the group talk", $"{scene.Address}/threads/{talk.ThreadId}?comment={talk.Id}#c-{talk.Id}"), ("Ana in “The Room”, ¶ 3", $"{scene.Address}/readings/{reading.Slug}?comment={marked.Id}")],
            links.Select(link => (link.TextContent, link.GetAttribute("href") ?? "")));
        var post = (await scene.PageAsync(GroupScene.Owner, $"{scene.Address}/threads/{talk.ThreadId}", Cancellation)).QuerySelector($"#c-{talk.Id} button[aria-label=Bookmark]");
        Assert.Equal("true", post?.GetAttribute("aria-pressed"));
        Assert.NotNull((await scene.PageAsync("Ana", "/bookmarks", Cancellation)).QuerySelector("main .empty"));
    }

    [Fact]
    public async Task A_kept_comment_is_let_go_from_the_list()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var said = await scene.SayAsync(GroupScene.Owner, "Tuesday?", Cancellation);
        await scene.Site.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(said.Id, IsOn: true), scene[GroupScene.Owner], Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        await browser.SubmitAsync("/bookmarks", $"drop-{said.Id:N}", Cancellation);

        Assert.Empty(await scene.Site.Get<BookmarkQuery>().ListAsync(null, scene[GroupScene.Owner], Cancellation));
    }
}
