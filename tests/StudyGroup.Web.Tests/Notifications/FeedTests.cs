using System.Net;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Notifications;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Notifications;

public sealed class FeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mention_is_told_and_opens_at_its_place()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var said = await scene.SayAsync("Ana", "What do you *say*, @Olga?", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));
        var browser = await ToldAsync(scene, GroupScene.Owner);

        var page = await browser.PageAsync("/notifications", Cancellation);
        var line = Assert.Single(page.QuerySelectorAll(".fitem"));
        var opened = await browser.GetAsync(line.QuerySelector("a")?.GetAttribute("href") ?? "", Cancellation);
        var after = await browser.PageAsync("/notifications", Cancellation);

        Assert.Equal("Notifications, 1 unread", page.QuerySelector(".bell")?.GetAttribute("aria-label"));
        Assert.Equal("Ana mentioned you at ¶ 3", line.QuerySelector("a")?.TextContent);
        Assert.Equal("What do you say, @Olga?", line.QuerySelector(".x")?.TextContent);
        Assert.NotNull(line.QuerySelector("[aria-label=Unread]"));
        Assert.Equal($"{scene.Address}/readings/{reading.Slug}?comment={said.Id}", opened.Target());
        Assert.Null(after.QuerySelector(".fitem [aria-label=Unread]"));
        Assert.Equal("Notifications", after.QuerySelector(".bell")?.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Group_talk_opens_on_the_page_of_its_thread()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var first = await scene.SayAsync(GroupScene.Owner, "Which text next?", Cancellation, new CommentTarget(scene.GroupId) { Title = "December" });
        var answer = await scene.SayAsync("Ana", "The ledger.", Cancellation, threadId: first.ThreadId, parentId: first.Id);
        var browser = await ToldAsync(scene, GroupScene.Owner);

        var line = (await browser.PageAsync("/notifications", Cancellation)).QuerySelector(".fitem a");
        var opened = await browser.GetAsync(line?.GetAttribute("href") ?? "", Cancellation);

        Assert.Equal("Ana replied to you in “December”", line?.TextContent);
        Assert.Equal($"{scene.Address}/threads/{first.ThreadId}?comment={answer.Id}", opened.Target());
        Assert.EndsWith($"#c-{answer.Id}", opened.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_marked_as_read_at_once()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.SayAsync("Ana", "@Olga one", Cancellation);
        await scene.SayAsync("Ana", "@Olga two", Cancellation);
        var browser = await ToldAsync(scene, GroupScene.Owner);

        var before = await browser.PageAsync("/notifications", Cancellation);
        var answer = await Browser.PageAsync(await browser.SubmitAsync("/notifications", "mark-all-read", Cancellation), Cancellation);

        Assert.Equal(2, before.QuerySelectorAll("[aria-label=Unread]").Length);
        Assert.Empty(answer.QuerySelectorAll("[aria-label=Unread]"));
        Assert.Equal(0, await scene.Site.Get<NotificationQuery>().UnreadAsync(scene[GroupScene.Owner], Cancellation));
    }

    [Fact]
    public async Task What_arrives_while_the_list_is_read_stays_unread_when_all_is_marked()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.SayAsync("Ana", "@Olga one", Cancellation);
        var browser = await ToldAsync(scene, GroupScene.Owner);
        var shown = (await browser.PageAsync("/notifications", Cancellation)).QuerySelector("main form input[name=UpTo]")?.GetAttribute("value") ?? "";

        await scene.SayAsync("Ana", "@Olga two", Cancellation);
        await ToldAsync(scene, GroupScene.Owner);
        var answer = await Browser.PageAsync(await browser.SubmitAsync("/notifications", "mark-all-read", Cancellation, ("UpTo", shown)), Cancellation);

        Assert.Equal("@Olga two", Assert.Single(answer.QuerySelectorAll(".fitem:has([aria-label=Unread]) .x")).TextContent);
        Assert.Equal(1, await scene.Site.Get<NotificationQuery>().UnreadAsync(scene[GroupScene.Owner], Cancellation));
    }

    [Fact]
    public async Task A_line_for_several_comments_marks_all_of_the_thread()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var first = await scene.SayAsync(GroupScene.Owner, "Which text next?", Cancellation);
        await scene.SayAsync("Ana", "The ledger.", Cancellation, threadId: first.ThreadId);
        await scene.SayAsync("Ana", "Or the timetable.", Cancellation, threadId: first.ThreadId);
        var browser = await ToldAsync(scene, GroupScene.Owner);

        var line = Assert.Single((await browser.PageAsync("/notifications", Cancellation)).QuerySelectorAll(".fitem a"));
        await browser.GetAsync(line.GetAttribute("href") ?? "", Cancellation);

        Assert.Equal("Ana wrote 2 comments in a thread of yours", line.TextContent);
        Assert.Equal(0, await scene.Site.Get<NotificationQuery>().UnreadAsync(scene[GroupScene.Owner], Cancellation));
    }

    [Fact]
    public async Task Nobody_opens_what_reached_somebody_else()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.SayAsync("Ana", "@Olga one", Cancellation);
        var line = (await (await ToldAsync(scene, GroupScene.Owner)).PageAsync("/notifications", Cancellation)).QuerySelector(".fitem a")?.GetAttribute("href") ?? "";
        var ana = await scene.BrowserAsync("Ana", Cancellation);

        var real = await ana.GetAsync(line, Cancellation);
        var made = await ana.GetAsync($"/notifications/{Guid.CreateVersion7()}/open", Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (real.StatusCode, made.StatusCode));
        Assert.Equal(1, await scene.Site.Get<NotificationQuery>().UnreadAsync(scene[GroupScene.Owner], Cancellation));
    }

    [Fact]
    public async Task An_empty_feed_says_when_something_will_come()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);

        var page = await scene.PageAsync(GroupScene.Owner, "/notifications?before=yesterday", Cancellation);

        Assert.NotNull(page.QuerySelector("main .empty a[href='/']"));
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_feed_goes_on_where_the_page_stopped()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation, ("Limits:PostsPerMemberPerMinute", "1000"));
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        for (var number = 1; number <= NotificationQuery.PageSize + 2; number++)
            await scene.SayAsync("Ana", $"@Olga {number}", Cancellation);
        var browser = await ToldAsync(scene, GroupScene.Owner);

        var first = await browser.PageAsync("/notifications", Cancellation);
        var second = await browser.PageAsync(first.QuerySelector("a[data-load-more]")?.GetAttribute("href") ?? "", Cancellation);

        Assert.Equal(NotificationQuery.PageSize, first.QuerySelectorAll(".fitem").Length);
        Assert.Equal(["@Olga 2", "@Olga 1"], second.QuerySelectorAll(".fitem .x").Select(words => words.TextContent));
    }

    private static async Task<Browser> ToldAsync(GroupScene scene, string name)
    {
        await scene.Site.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        return await scene.BrowserAsync(name, Cancellation);
    }
}
