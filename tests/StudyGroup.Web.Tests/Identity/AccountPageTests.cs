using System.Net;
using System.Net.Http.Headers;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Identity;

public sealed class AccountPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_changes_name_and_time_zone_and_every_page_knows_at_once()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        var answer = await browser.SubmitAsync("/account", "profile", Cancellation, ("DisplayName", "Ana Ruiz"), ("TimeZone", "Europe/Lisbon"));
        var page = await browser.PageAsync(answer.Target(), Cancellation);

        Assert.Equal("Ana Ruiz", page.QuerySelector(".menu-name")?.TextContent);
        Assert.Equal("Europe/Lisbon", page.QuerySelector("select[name=TimeZone] option[selected]")?.TextContent);
        Assert.NotNull(page.QuerySelector("[role=status].good"));
    }

    [Fact]
    public async Task A_name_stays_text()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        await browser.SubmitAsync("/account", "profile", Cancellation, ("DisplayName", "<img src=x onerror=alert(1)>\"'"));
        var page = await browser.PageAsync("/account", Cancellation);

        Assert.Equal("<img src=x onerror=alert(1)>\"'", page.QuerySelector(".menu-name")?.TextContent);
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    [Fact]
    public async Task A_token_is_shown_once_works_and_ends_when_it_is_revoked()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        var made = await Browser.PageAsync(
            await browser.SubmitAsync("/account/tokens", "token", Cancellation, ("TokenName", "backup"), ("Scope", "write"), ("Password", StudyGroupSite.Password)), Cancellation);
        var secret = made.QuerySelector("#new-token")?.TextContent ?? "";
        var later = await browser.PageAsync("/account/tokens", Cancellation);

        Assert.StartsWith("sg_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, later.Source.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(site, secret, HttpMethod.Get));
        var revoke = later.QuerySelectorAll("input[name=_handler]").Select(input => input.GetAttribute("value") ?? "").Single(name => name.StartsWith("revoke-", StringComparison.Ordinal));
        await browser.SubmitAsync("/account/tokens", revoke, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, secret, HttpMethod.Get));
    }

    [Fact]
    public async Task A_token_that_may_read_cannot_write_and_a_cookie_opens_no_programming_interface()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);
        var made = await Browser.PageAsync(
            await browser.SubmitAsync("/account/tokens", "token", Cancellation, ("TokenName", "reader"), ("Scope", "read"), ("Password", StudyGroupSite.Password)), Cancellation);
        var secret = made.QuerySelector("#new-token")?.TextContent ?? "";

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(site, secret, HttpMethod.Get));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(site, secret, HttpMethod.Post));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, "sg_" + new string('A', 43), HttpMethod.Get));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/nothing", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        var ana = await site.AccountAsync("Ana", Cancellation);
        var token = await site.Get<StudyGroup.Identity.CreateAccessTokenHandler>().HandleAsync(
            new("backup", true, null, StudyGroupSite.Password), new(ana.Id, ana.DisplayName), Cancellation);
        var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value?.Secret);

        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().SendAsync(request, Cancellation)).StatusCode);
    }

    private static async Task<HttpStatusCode> AskAsync(StudyGroupSite site, string secret, HttpMethod method)
    {
        var request = new HttpRequestMessage(method, "/api/v1/nothing");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return (await site.Visitor().SendAsync(request, Cancellation)).StatusCode;
    }
}
