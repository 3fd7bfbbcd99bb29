using System.Net;
using StudyGroup.Identity;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Walls;

public sealed class SocketTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_out_closes_the_other_tabs_within_two_seconds()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);
        using var tab = await OpenAsync(browser);
        using var hub = await OpenAsync(browser, "/hubs/discussion");

        await browser.SubmitAsync("/account", "/account/sign-out", Cancellation);

        Assert.InRange(await tab.ClosedAfterAsync(Cancellation), TimeSpan.Zero, AtMost);
        Assert.InRange(await hub.ClosedAfterAsync(Cancellation), TimeSpan.Zero, AtMost);
    }

    [Fact]
    public async Task A_changed_password_closes_the_pages_of_other_browsers()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var here = await site.SignedInAsync("ana@example.org", Cancellation);
        using var elsewhere = await OpenAsync(await site.SignedInAsync("ana@example.org", Cancellation));

        await here.SubmitAsync("/account/password", "password", Cancellation, ("Present", StudyGroupSite.Password), ("Next", "quite another secret"));

        Assert.InRange(await elsewhere.ClosedAfterAsync(Cancellation), TimeSpan.Zero, AtMost);
    }

    [Fact]
    public async Task The_sign_out_of_one_browser_leaves_the_others_open()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var leaving = await site.SignedInAsync("ana@example.org", Cancellation);
        using var closing = await OpenAsync(leaving);
        using var staying = await OpenAsync(await site.SignedInAsync("ana@example.org", Cancellation));
        var line = await CircuitLine.OpenAsync(staying, Cancellation);

        await leaving.SubmitAsync("/account", "/account/sign-out", Cancellation);
        await closing.ClosedAfterAsync(Cancellation);

        Assert.NotNull(await line.StartAsync(leaving.Home, Cancellation));
    }

    [Fact]
    public async Task A_revoked_access_token_closes_its_connections()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        var ana = await site.AccountAsync("Ana", Cancellation);
        var token = (await site.Get<CreateAccessTokenHandler>().HandleAsync(new("script", true, null, StudyGroupSite.Password), new(ana.Id, "Ana"), Cancellation)).Value;
        Assert.NotNull(token);
        using var script = await Socket.OpenAsync(site.Visitor().Home, "/hubs/discussion", Cancellation, ("Authorization", $"Bearer {token.Secret}"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, script.Status);

        await site.Get<RevokeAccessTokenHandler>().HandleAsync(new(token.Id), new(ana.Id, "Ana"), Cancellation);

        Assert.InRange(await script.ClosedAfterAsync(Cancellation), TimeSpan.Zero, AtMost);
    }

    [Fact]
    public async Task A_connection_ends_with_the_day_of_its_access_token()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        var ana = await site.AccountAsync("Ana", Cancellation);
        var expires = site.Get<TimeProvider>().GetUtcNow().AddSeconds(3);
        var token = (await site.Get<CreateAccessTokenHandler>().HandleAsync(new("script", true, expires, StudyGroupSite.Password), new(ana.Id, "Ana"), Cancellation)).Value;
        using var script = await Socket.OpenAsync(site.Visitor().Home, "/hubs/discussion", Cancellation, ("Authorization", $"Bearer {token?.Secret}"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, script.Status);

        Assert.InRange(await script.ClosedAfterAsync(Cancellation), TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_circuit_goes_back_to_its_own_session_and_to_no_other()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        await site.AccountAsync("Ben", Cancellation);
        var ana = await site.SignedInAsync("ana@example.org", Cancellation);
        var ben = await site.SignedInAsync("ben@example.org", Cancellation);
        string? secret;
        using (var first = await OpenAsync(ana))
            secret = await (await CircuitLine.OpenAsync(first, Cancellation)).StartAsync(ana.Home, Cancellation);
        Assert.NotNull(secret);

        Assert.False(await ConnectAsync(site.Visitor()));
        Assert.False(await ConnectAsync(ben));
        Assert.False(await ConnectAsync(await site.SignedInAsync("ana@example.org", Cancellation)));
        Assert.True(await ConnectAsync(ana));

        async Task<bool> ConnectAsync(Browser browser)
        {
            using var socket = await OpenAsync(browser);
            return await (await CircuitLine.OpenAsync(socket, Cancellation)).ConnectAsync(secret, Cancellation);
        }
    }

    [Fact]
    public async Task A_member_has_so_many_pages_open_and_gets_a_place_back_when_one_closes()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation, ("Limits:CircuitsPerMember", "2"));
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);
        var first = await OpenAsync(browser);
        using var second = await OpenAsync(browser);

        using (var third = await Socket.OpenAsync(browser.Home, "/_blazor", Cancellation, Headers(browser)))
            Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);

        first.Dispose();
        var status = HttpStatusCode.TooManyRequests;
        for (var wait = 0; wait < 50 && status != HttpStatusCode.SwitchingProtocols; wait++)
        {
            await Task.Delay(50, Cancellation);
            using var again = await Socket.OpenAsync(browser.Home, "/_blazor", Cancellation, Headers(browser));
            status = again.Status;
        }

        Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
    }

    [Fact]
    public async Task The_programs_of_a_member_have_so_many_connections_to_the_hub_and_take_no_page_away()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation, ("Limits:HubConnectionsPerMember", "1"));
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);
        using var only = await OpenAsync(browser, "/hubs/discussion");

        using var second = await Socket.OpenAsync(browser.Home, "/hubs/discussion", Cancellation, Headers(browser));
        using var page = await OpenAsync(browser);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
    }

    [Fact]
    public async Task Strangers_of_one_address_fill_their_own_places_and_nobody_else_s()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation, ("Limits:AnonymousSocketsPerAddress", "3"));
        await site.AccountAsync("Ana", Cancellation);
        var stranger = site.Visitor();
        var sockets = new List<Socket>();
        for (var place = 0; place < 3; place++)
            sockets.Add(await OpenAsync(stranger));

        using var oneMore = await Socket.OpenAsync(stranger.Home, "/_blazor", Cancellation, Headers(stranger));
        using var member = await OpenAsync(await site.SignedInAsync("ana@example.org", Cancellation));

        Assert.Equal(HttpStatusCode.TooManyRequests, oneMore.Status);
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_body_larger_than_allowed_is_refused()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation, ("Limits:RequestBytes", "20000"));
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        var answer = await browser.SubmitAsync("/account", "profile", Cancellation, ("DisplayName", new string('n', 30_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static async Task<Socket> OpenAsync(Browser browser, string path = "/_blazor")
    {
        var socket = await Socket.OpenAsync(browser.Home, path, Cancellation, Headers(browser));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, socket.Status);
        return socket;
    }

    private static (string, string)[] Headers(Browser browser)
    {
        (string, string) origin = ("Origin", browser.Home.GetLeftPart(UriPartial.Authority));
        return browser.CookieHeader is { Length: > 0 } cookies ? [origin, ("Cookie", cookies)] : [origin];
    }
}
