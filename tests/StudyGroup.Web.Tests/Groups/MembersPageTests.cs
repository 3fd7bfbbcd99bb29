using System.Net;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Groups;

public sealed class MembersPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_link_is_shown_once_with_the_public_address()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        var answer = await browser.SubmitAsync($"{scene.Address}/members", "invite", Cancellation, ("Input.Role", "Observer"), ("Input.Uses", "3"), ("Input.Days", "5"));
        var link = (await Browser.PageAsync(answer, Cancellation)).QuerySelector("#invitation-link")?.GetAttribute("value") ?? "";
        var again = await browser.PageAsync($"{scene.Address}/members", Cancellation);

        Assert.StartsWith("https://reading.example.org/invitations/", link, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("#invitation-link"));
        var joined = await scene.Site.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(link.Split('/')[^1]), scene["Zoe"], Cancellation);
        Assert.Equal(scene.Slug, joined.Value);
        Assert.Equal(Role.Observer, (await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, scene["Zoe"], Cancellation))?.MyRole);
    }

    [Theory]
    [InlineData("0", "5")]
    [InlineData("501", "5")]
    [InlineData("3", "61")]
    [InlineData("many", "5")]
    public async Task An_invitation_beyond_the_limits_is_refused_with_a_sentence(string uses, string days)
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        var answer = await browser.SubmitAsync($"{scene.Address}/members", "invite", Cancellation, ("Input.Uses", uses), ("Input.Days", days));
        var page = await Browser.PageAsync(answer, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual("", page.QuerySelector("#invite [role=alert]")?.TextContent ?? "");
        Assert.Null(page.QuerySelector("#invitation-link"));
    }

    [Fact]
    public async Task A_moderator_suspends_with_a_reason_and_lets_in_again()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Mia", Role.Moderator, Cancellation);
        var ana = await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var browser = await scene.BrowserAsync("Mia", Cancellation);
        var manage = $"{scene.Address}/members?member={ana.AccountId}";

        var suspended = await Browser.PageAsync(await browser.SubmitAsync(manage, "suspend", Cancellation, ("Reason", "Shouting")), Cancellation);

        Assert.Equal("Ana is suspended.", suspended.QuerySelector("main [role=status]")?.TextContent.Trim());
        Assert.Contains("Suspended", suspended.QuerySelector($"#m-{ana.AccountId}")?.TextContent, StringComparison.Ordinal);
        Assert.Null(await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, ana, Cancellation));
        await using (var db = await scene.Site.ReadAsync(Cancellation))
            Assert.Equal("Shouting", db.AuditEntries().Single(entry => entry.SubjectId == ana.AccountId).Reason);

        await browser.SubmitAsync(manage, "reinstate", Cancellation);

        Assert.NotNull(await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, ana, Cancellation));
    }

    [Fact]
    public async Task A_suspension_without_a_reason_is_refused()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var ana = await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        var page = await Browser.PageAsync(await browser.SubmitAsync($"{scene.Address}/members?member={ana.AccountId}", "suspend", Cancellation), Cancellation);

        Assert.Contains("Say why", page.QuerySelector("main [role=alert]")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, ana, Cancellation));
    }

    [Fact]
    public async Task An_owner_gives_roles_and_removes()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var ana = await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var browser = await scene.BrowserAsync(GroupScene.Owner, Cancellation);
        var manage = $"{scene.Address}/members?member={ana.AccountId}";

        await browser.SubmitAsync(manage, "role", Cancellation, ("NewRole", "Moderator"));
        var role = (await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, ana, Cancellation))?.MyRole;
        await browser.SubmitAsync(manage, "role", Cancellation, ("NewRole", "Emperor"));
        var unchanged = (await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, ana, Cancellation))?.MyRole;
        var unsure = await Browser.PageAsync(await browser.SubmitAsync(manage, "remove", Cancellation, ("IsSure", "false")), Cancellation);
        var removed = await Browser.PageAsync(await browser.SubmitAsync(manage, "remove", Cancellation, ("IsSure", "true")), Cancellation);

        Assert.Equal((Role.Moderator, Role.Moderator), (role, unchanged));
        Assert.Equal("Tick the box first.", unsure.QuerySelector("main [role=alert]")?.TextContent.Trim());
        Assert.Equal("Ana was removed.", removed.QuerySelector("main [role=status]")?.TextContent.Trim());
        Assert.Null(await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, ana, Cancellation));
    }

    [Fact]
    public async Task Everybody_can_leave_but_the_last_owner()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Oskar", Role.Observer, Cancellation);
        var members = $"{scene.Address}/members";

        var left = await (await scene.BrowserAsync("Oskar", Cancellation)).SubmitAsync(members, "leave", Cancellation, ("IsSure", "true"));
        var stayed = await (await scene.BrowserAsync(GroupScene.Owner, Cancellation)).SubmitAsync(members, "leave", Cancellation, ("IsSure", "true"));

        Assert.Equal("/", left.Target());
        Assert.Equal(HttpStatusCode.NotFound, (await (await scene.BrowserAsync("Oskar", Cancellation)).GetAsync(members, Cancellation)).StatusCode);
        Assert.Contains("needs an owner", (await Browser.PageAsync(stayed, Cancellation)).QuerySelector("main [role=alert]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_manage_sees_no_forms_for_it_and_cannot_send_them()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var mia = await scene.MemberAsync("Mia", Role.Moderator, Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var (owner, ana) = (await scene.BrowserAsync(GroupScene.Owner, Cancellation), await scene.BrowserAsync("Ana", Cancellation));
        var manage = $"{scene.Address}/members?member={mia.AccountId}";

        var page = await ana.PageAsync(manage, Cancellation);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var forged = await ana.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, manage)
            {
                Content = new FormUrlEncodedContent([new("_handler", "suspend"), new("__RequestVerificationToken", token), new("Reason", "Because")]),
            },
            Cancellation);

        Assert.Null(page.QuerySelector("#invite, .managed, main a[href*='?member=']"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.NotNull(await scene.Site.Get<GroupQuery>().FindAsync(scene.Slug, mia, Cancellation));
        Assert.NotNull((await owner.PageAsync(manage, Cancellation)).QuerySelector(".managed"));
    }
}
