using System.Net;
using StudyGroup.Groups;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Groups;

public sealed class InvitationPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_at_an_invitation_uses_nothing_up_and_the_button_joins()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var path = $"/invitations/{await scene.InvitationAsync(Role.Participant, Cancellation)}";
        var browser = await scene.BrowserAsync("Zoe", Cancellation);

        var page = await browser.PageAsync(path, Cancellation);
        await browser.PageAsync(path, Cancellation);
        var joined = await browser.SubmitAsync(path, "join", Cancellation);

        Assert.Equal("Join Harbour Readers", page.QuerySelector("h1")?.TextContent);
        Assert.Contains("Olga invites you to read along as Participant.", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(scene.Address, joined.Target());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(scene.Address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_visitor_is_led_to_sign_in_or_register_and_back()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var path = $"/invitations/{await scene.InvitationAsync(Role.Participant, Cancellation)}";
        var visitor = scene.Site.Visitor();

        var page = await visitor.PageAsync(path, Cancellation);
        var signIn = page.QuerySelector("main a[href^='/account/sign-in']")?.GetAttribute("href") ?? "";
        var register = page.QuerySelector("main a[href^='/account/register']")?.GetAttribute("href") ?? "";
        var signedIn = await visitor.SignInAsync("zoe@example.org", StudyGroupSite.Password, Cancellation, signIn[signIn.IndexOf('?', StringComparison.Ordinal)..]);

        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(path, signedIn.Target());
        Assert.Contains("Harbour Readers", (await scene.Site.Visitor().PageAsync(register, Cancellation)).QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Used_up_expired_and_unknown_links_say_the_same()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var used = await scene.InvitationAsync(Role.Participant, Cancellation);
        await scene.PersonAsync("Ana", Cancellation);
        await scene.Site.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(used), scene["Ana"], Cancellation);
        var browser = scene.Site.Visitor();

        var one = await TextAsync(browser, used);
        var other = await TextAsync(browser, "no-such-token-at-all");

        Assert.Equal(other, one);
        Assert.Contains("This invitation has expired or has been used up.", one, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", one, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Browser browser, string token)
    {
        var answer = await browser.GetAsync($"/invitations/{token}", Cancellation);
        return $"{(int)answer.StatusCode} {PageText.WithoutTokens(await answer.Content.ReadAsStringAsync(Cancellation)).Replace(token, "…", StringComparison.Ordinal)}";
    }
}
