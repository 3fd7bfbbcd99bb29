using System.Net;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Walls;

public sealed class FormTests
{
    private static readonly string[] Changes = ["POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] WithoutCookie = ["/api", "/hubs", "/_blazor"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_change_passes_without_the_token_of_one_s_own_page()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        await site.AccountAsync("Ben", Cancellation);
        var ana = await site.SignedInAsync("ana@example.org", Cancellation);
        var foreign = await TokenAsync(await site.SignedInAsync("ben@example.org", Cancellation));
        var routes = (from route in site.AllRoutes()
                      where !route.IsStatic && !WithoutCookie.Any(path => route.Path.StartsWith(path, StringComparison.Ordinal))
                      from method in Changes
                      where route.Takes(method)
                      select (route.Path, method)).ToArray();
        var passed = new List<string>();

        Assert.Contains(("/account/sign-out", "POST"), routes);
        foreach (var (path, method) in routes)
        {
            foreach (var token in new[] { null, "", foreign })
            {
                using var answer = await SendAsync(ana, path, method, token);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                    passed.Add($"{method} {path} with \"{token}\": {answer.StatusCode}");
            }
        }

        Assert.Empty(passed);
        Assert.True(await ana.IsSignedInAsync(Cancellation));
    }

    [Fact]
    public async Task A_stranger_s_sign_in_form_needs_its_token_too()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);

        var answer = await site.Visitor().SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Email"] = "ana@example.org", ["Password"] = StudyGroupSite.Password }),
            },
            Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var ana = await site.SignedInAsync("ana@example.org", Cancellation);

        foreach (var route in site.AllRoutes().Where(route => !route.IsStatic && route.Takes("GET")))
            (await ana.GetAsync(route.Path, Cancellation)).Dispose();

        Assert.True(await ana.IsSignedInAsync(Cancellation));
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, string path, string method, string? token)
    {
        var fields = new Dictionary<string, string> { ["_handler"] = "any" };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;
        return browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = new FormUrlEncodedContent(fields) }, Cancellation);
    }

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.PageAsync("/account", Cancellation)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
}
