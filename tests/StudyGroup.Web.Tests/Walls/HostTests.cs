using System.Net;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Walls;

public sealed class HostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("reading.example.org.evil.example")]
    [InlineData("evil-reading.example.org")]
    [InlineData("reading.example.orgx")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task In_production_other_hosts_are_refused(string host)
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);

        var answer = await AskAsync(site.Visitor(), "/account/sign-in", host);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    public async Task On_a_developer_s_machine_its_own_names_are_enough(string host, HttpStatusCode status)
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);

        Assert.Equal(status, (await AskAsync(site.Visitor(), "/account/sign-in", host)).StatusCode);
    }

    [Fact]
    public async Task Plain_http_is_led_to_https_and_takes_no_form()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);
        site.ClientOptions.BaseAddress = new Uri("http://reading.example.org");

        var page = await site.Visitor().GetAsync("/library?page=2", Cancellation);
        var form = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in"), Cancellation);

        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal("https://reading.example.org/library?page=2", page.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_round_the_limits_by_a_forged_forwarding()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation, ("Limits:SignInTriesPerAddress", "5"));
        var thief = site.Visitor("203.0.113.9");
        var token = (await thief.PageAsync("/account/sign-in", Cancellation)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

        HttpStatusCode last = default;
        for (var guess = 0; guess < 6; guess++)
            last = await GuessAsync(thief, token, guess);

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task A_known_proxy_is_believed_and_an_unknown_one_before_it_is_not()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation, ("Site:KnownProxies:0", "10.0.0.0/8"), ("Limits:SignInTriesPerAddress", "1"));
        site.ClientOptions.BaseAddress = new Uri("http://reading.example.org");

        var believed = await ForwardedAsync(site.Visitor("10.1.2.3"), "198.51.100.1");
        var stranger = await ForwardedAsync(site.Visitor("203.0.113.9"), "198.51.100.1");

        Assert.Equal(HttpStatusCode.OK, believed.StatusCode);
        Assert.Equal(HttpStatusCode.PermanentRedirect, stranger.StatusCode);

        static Task<HttpResponseMessage> ForwardedAsync(Browser browser, string client)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
            request.Headers.Add("X-Forwarded-For", client);
            request.Headers.Add("X-Forwarded-Proto", "https");
            return browser.SendAsync(request, Cancellation);
        }
    }

    private static Task<HttpResponseMessage> AskAsync(Browser browser, string path, string host) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } }, Cancellation);

    private static async Task<HttpStatusCode> GuessAsync(Browser thief, string token, int guess)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = token,
                ["Email"] = $"person{guess}@example.org",
                ["Password"] = "spring cleaning",
            }),
        };
        request.Headers.Add("X-Forwarded-For", $"198.51.100.{guess}");
        request.Headers.Add("X-Real-IP", $"198.51.100.{guess}");
        request.Headers.Add("Forwarded", $"for=198.51.100.{guess}");
        return (await thief.SendAsync(request, Cancellation)).StatusCode;
    }
}
