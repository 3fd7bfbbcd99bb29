using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Groups;

public sealed class GroupPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_sees_the_shelf_the_threads_and_the_others()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var said = await scene.SayAsync("Ana", "Who counts the **chairs**?", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));

        var page = await scene.PageAsync("Ana", scene.Address, Cancellation);

        Assert.Equal(scene.GroupId.ToString(), page.QuerySelector("main")?.GetAttribute("data-group"));
        Assert.Contains("1 comment", page.QuerySelector($"ol a[href='{scene.Address}/readings/{reading.Slug}']")?.Closest("li")?.TextContent, StringComparison.Ordinal);
        var thread = page.QuerySelector($"#threads a[href='{scene.Address}/threads/{said.ThreadId}']");
        Assert.Equal("Who counts the chairs?", thread?.TextContent);
        Assert.Contains("Paragraph 3", thread?.Closest("li")?.QuerySelector(".snip")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ana", "Olga"], page.QuerySelectorAll("aside li > bdi").Select(name => name.TextContent));
    }

    [Fact]
    public async Task Only_who_may_write_can_start_a_thread_and_only_moderators_invite()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.MemberAsync("Oskar", Role.Observer, Cancellation);

        var owner = await scene.PageAsync(GroupScene.Owner, scene.Address, Cancellation);
        var participant = await scene.PageAsync("Ana", scene.Address, Cancellation);
        var observer = await scene.PageAsync("Oskar", scene.Address, Cancellation);

        Assert.Equal((true, true), (owner.QuerySelector("study-composer") is not null, owner.QuerySelector("a[href$='/members#invite']") is not null));
        Assert.Equal((true, false), (participant.QuerySelector("study-composer") is not null, participant.QuerySelector("a[href$='/members#invite']") is not null));
        Assert.Equal((false, false), (observer.QuerySelector("study-composer") is not null, observer.QuerySelector("a[href$='/members#invite']") is not null));
    }

    [Fact]
    public async Task What_people_write_is_shown_as_text()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("<img src=x onerror=alert(1)>", Role.Participant, Cancellation);
        await scene.SayAsync("<img src=x onerror=alert(1)>", "Words", Cancellation, new CommentTarget(scene.GroupId) { Title = "<script>alert(2)</script>" });

        var page = await scene.PageAsync(GroupScene.Owner, scene.Address, Cancellation);

        Assert.Equal("<script>alert(2)</script>", page.QuerySelector("#threads .t")?.TextContent);
        Assert.Contains("<img src=x onerror=alert(1)>", page.QuerySelectorAll("aside li > bdi").Select(name => name.TextContent));
        Assert.Empty(page.QuerySelectorAll("main img, main script"));
    }

    [Fact]
    public async Task The_threads_go_on_where_the_list_stopped()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        for (var number = 1; number <= 52; number++)
            await scene.SayAsync(GroupScene.Owner, $"Remark {number}", Cancellation);

        var first = await scene.PageAsync(GroupScene.Owner, scene.Address, Cancellation);
        var more = first.QuerySelector("a[data-load-more]")?.GetAttribute("href")?.Split('#')[0] ?? "";
        var second = await scene.PageAsync(GroupScene.Owner, more, Cancellation);

        Assert.Equal("Remark 52", first.QuerySelector("#threads .t")?.TextContent);
        Assert.Equal(["Remark 2", "Remark 1"], second.QuerySelectorAll("#threads .t").Select(title => title.TextContent));
        Assert.Null(second.QuerySelector("a[data-load-more]"));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}?before=then")]
    [InlineData("{0}/members")]
    [InlineData("{0}/threads/{1}")]
    public async Task A_stranger_gets_the_answer_of_an_address_that_does_not_exist(string path)
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var said = await scene.SayAsync(GroupScene.Owner, "Among us", Cancellation);
        var browser = await scene.BrowserAsync("Zoe", Cancellation);

        var real = await AnswerAsync(browser, string.Format(null, path, scene.Address, said.ThreadId));
        var made = await AnswerAsync(browser, string.Format(null, path, "/groups/no-such-group", Guid.CreateVersion7()));

        Assert.Equal(404, real.Status);
        Assert.Equal(made, real);
    }

    [Fact]
    public async Task A_thread_is_not_found_under_another_group_of_the_member()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var said = await scene.SayAsync(GroupScene.Owner, "Among us", Cancellation);
        await scene.Site.Get<CreateGroupHandler>().HandleAsync(new CreateGroup("Second"), scene[GroupScene.Owner], Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        Assert.Equal(200, (await AnswerAsync(browser, $"{scene.Address}/threads/{said.ThreadId}")).Status);
        Assert.Equal(404, (await AnswerAsync(browser, $"/groups/second/threads/{said.ThreadId}")).Status);
    }

    private static async Task<(int Status, string Text)> AnswerAsync(Browser browser, string path)
    {
        var answer = await browser.GetAsync(path, Cancellation);
        var text = PageText.WithoutTokens(await answer.Content.ReadAsStringAsync(Cancellation));
        return ((int)answer.StatusCode, text.Replace(path, "…", StringComparison.Ordinal).Replace(path.Split('?')[0], "…", StringComparison.Ordinal));
    }
}
