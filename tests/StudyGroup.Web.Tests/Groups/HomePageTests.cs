using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Groups;

public sealed class HomePageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_sees_the_way_to_sign_in_and_no_group()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);

        var page = await scene.Site.Visitor().PageAsync("/", Cancellation);

        Assert.NotNull(page.QuerySelector("main a[href='/account/sign-in']"));
        Assert.DoesNotContain("Harbour", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_sees_their_groups_and_where_reading_goes_on()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        string key;
        await using (var db = await scene.Site.ReadAsync(Cancellation))
            key = db.Blocks().Single(block => block.Number == 4).Key;
        await scene.Site.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(reading.Id, key), scene[GroupScene.Owner], Cancellation);

        var page = await scene.PageAsync(GroupScene.Owner, "/", Cancellation);

        Assert.Equal("Harbour Readers", page.QuerySelector($"main a[href='{scene.Address}']")?.TextContent);
        Assert.Contains("1 member, 1 reading", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal("Continue at ¶ 4", page.QuerySelector($"main a.btn[href='{scene.Address}/readings/{reading.Slug}#{key}']")?.TextContent);
    }

    [Fact]
    public async Task Who_is_in_no_group_is_told_what_to_do_next()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);

        var page = await scene.PageAsync("Zoe", "/", Cancellation);

        Assert.NotNull(page.QuerySelector("main .empty a[href='/groups/new']"));
        Assert.DoesNotContain("Harbour", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_group_belongs_to_who_made_it()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var browser = await scene.BrowserAsync("Zoe", Cancellation);

        var answer = await browser.SubmitAsync("/groups/new", "new-group", Cancellation, ("Input.Name", "Ledger & Co"), ("Input.Description", "Slow readers."));

        Assert.Equal("/groups/ledger-co", answer.Target());
        var group = await scene.Site.Get<GroupQuery>().FindAsync("ledger-co", scene["Zoe"], Cancellation);
        Assert.Equal(("Ledger & Co", "Slow readers.", Role.Owner), (group?.Name, group?.Description, group?.MyRole));
    }

    [Fact]
    public async Task A_group_without_a_name_is_refused_and_the_words_are_kept()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        var answer = await browser.SubmitAsync("/groups/new", "new-group", Cancellation, ("Input.Name", " "), ("Input.Description", "Slow readers."));
        var page = await Browser.PageAsync(answer, Cancellation);

        Assert.Equal("Give the group a name.", page.QuerySelector("main [role=alert]")?.TextContent.Trim());
        Assert.Equal("Slow readers.", page.QuerySelector("textarea")?.TextContent);
    }

    [Fact]
    public async Task A_group_called_New_does_not_stand_at_the_address_of_the_form()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        var answer = await browser.SubmitAsync("/groups/new", "new-group", Cancellation, ("Input.Name", "New"));

        Assert.Equal("/groups/new-2", answer.Target());
        Assert.Equal("New", (await browser.PageAsync("/groups/new-2", Cancellation)).QuerySelector("h1")?.TextContent);
    }
}
