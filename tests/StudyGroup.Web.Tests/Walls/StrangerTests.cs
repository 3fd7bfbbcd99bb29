using System.Net;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Walls;

public sealed class StrangerTests
{
    private static readonly string[] Open = ["/account", "/invitations", "/feeds", "/healthz", "/setup", "/_blazor", "/_framework", "/error", "/not-found", "/api", "/hubs", "/openapi"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_the_same_way_whether_there_is_anything_or_not()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        var browser = site.Visitor();
        var guarded = site.AllRoutes().Where(route => !route.IsStatic && route.Path != "/" && !Open.Any(open => route.Path.StartsWith(open, StringComparison.Ordinal))).ToArray();
        var nothing = await SeenAsync(browser, "/no-such-page");

        Assert.NotEmpty(guarded);
        foreach (var route in guarded.Where(route => route.Takes("GET")))
            Assert.Equal((route.Path, nothing), (route.Path, await SeenAsync(browser, route.Path)));
    }

    [Fact]
    public async Task The_account_pages_behind_the_sign_in_are_closed_to_strangers()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);

        foreach (var path in new[] { "/account", "/account/password", "/account/tokens" })
            Assert.Equal($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(path)}", (await site.Visitor().GetAsync(path, Cancellation)).Target());
    }

    [Fact]
    public async Task A_script_gets_a_status_instead_of_a_page()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        var request = new HttpRequestMessage(HttpMethod.Get, "/no-such-page");
        request.Headers.Add("Accept", "application/json");

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Visitor().SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task What_every_page_needs_is_open_to_all()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);

        foreach (var path in new[] { "/app.css", "/js/boot.js", "/_framework/blazor.web.js", "/icons/icons.svg" })
        {
            var answer = await site.Visitor().GetAsync(path, Cancellation);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    private static async Task<string> SeenAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path, Cancellation);
        var headers = answer.Headers.Where(header => header.Key is not "Date").OrderBy(header => header.Key, StringComparer.Ordinal);
        var text = $"{(int)answer.StatusCode}\n{string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"))}\n{await answer.Content.ReadAsStringAsync(Cancellation)}";
        return text.Replace(Uri.EscapeDataString(path), "…", StringComparison.Ordinal);
    }
}
