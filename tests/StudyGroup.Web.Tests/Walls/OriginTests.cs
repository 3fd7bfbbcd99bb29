using System.Net;
using StudyGroup.Identity;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Walls;

public sealed class OriginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/hubs/discussion")]
    public async Task A_socket_from_another_site_s_page_is_refused(string path)
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var member = await site.SignedInAsync("ana@example.org", Cancellation);
        var port = member.Home.Port;
        string?[] foreign =
        [
            null, "", "null", "file://", "https://evil.example", "http://localhost:1", $"http://localhost.evil.example:{port}", $"http://evil-localhost:{port}",
            $"http://localhost:{port}.evil.example", $"http://ana@localhost:{port}", $"http://localhost:{port}/", $"http://127.0.0.2:{port}",
        ];

        foreach (var origin in foreign)
        {
            (string, string)[] headers = origin is null ? [] : [("Origin", origin)];
            using var stranger = await Socket.OpenAsync(member.Home, path, Cancellation, headers);
            using var signedIn = await Socket.OpenAsync(member.Home, path, Cancellation, [.. headers, ("Cookie", member.CookieHeader)]);
            Assert.Equal((origin, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (origin, stranger.Status, signedIn.Status));
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_page_of_this_site_opens_its_circuit_uncompressed(string host)
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var member = await site.SignedInAsync("ana@example.org", Cancellation);

        using var socket = await Socket.OpenAsync(member.Home, "/_blazor", Cancellation, ("Cookie", member.CookieHeader), ("Origin", $"http://{host}:{member.Home.Port}"));

        Assert.Equal(HttpStatusCode.SwitchingProtocols, socket.Status);
        Assert.Equal("", socket.Extensions);
    }

    [Fact]
    public async Task A_script_with_an_access_token_and_no_cookie_needs_no_origin()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation);
        var ana = await site.AccountAsync("Ana", Cancellation);
        var member = await site.SignedInAsync("ana@example.org", Cancellation);
        var token = await site.Get<CreateAccessTokenHandler>().HandleAsync(new("script", true, null, StudyGroupSite.Password), new(ana.Id, "Ana"), Cancellation);
        var bearer = ("Authorization", $"Bearer {token.Value?.Secret}");

        using var script = await Socket.OpenAsync(member.Home, "/hubs/discussion", Cancellation, bearer);
        using var query = await Socket.OpenAsync(member.Home, $"/hubs/discussion?access_token={token.Value?.Secret}", Cancellation);
        using var withCookie = await Socket.OpenAsync(member.Home, "/hubs/discussion", Cancellation, bearer, ("Cookie", member.CookieHeader));
        using var circuit = await Socket.OpenAsync(member.Home, "/_blazor", Cancellation, bearer);
        using var wrong = await Socket.OpenAsync(member.Home, "/hubs/discussion", Cancellation, ("Authorization", "Bearer sg_wrong"));

        Assert.Equal(HttpStatusCode.SwitchingProtocols, script.Status);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, query.Status);
        Assert.Equal(HttpStatusCode.Forbidden, withCookie.Status);
        Assert.Equal(HttpStatusCode.Forbidden, circuit.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
    }

    [Fact]
    public async Task In_production_the_public_address_is_the_only_origin()
    {
        await using var site = await StudyGroupSite.ListeningAsync(Cancellation, ("environment", "Production"), ("Site:PublicUrl", "http://127.0.0.1:8443"));
        var home = site.Visitor().Home;

        using var right = await Socket.OpenAsync(home, "/_blazor", Cancellation, ("Origin", "http://127.0.0.1:8443"));
        using var otherPort = await Socket.OpenAsync(home, "/_blazor", Cancellation, ("Origin", $"http://127.0.0.1:{home.Port}"));
        using var otherScheme = await Socket.OpenAsync(home, "/_blazor", Cancellation, ("Origin", "https://127.0.0.1:8443"));

        Assert.Equal(HttpStatusCode.SwitchingProtocols, right.Status);
        Assert.Equal(HttpStatusCode.Forbidden, otherPort.Status);
        Assert.Equal(HttpStatusCode.Forbidden, otherScheme.Status);
    }

    [Theory]
    [InlineData("GET", "/_blazor?id=x")]
    [InlineData("POST", "/_blazor?id=x")]
    [InlineData("GET", "/hubs/discussion?id=x")]
    [InlineData("POST", "/hubs/discussion?id=x")]
    public async Task There_is_no_other_transport_than_the_socket(string method, string path)
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var member = await site.SignedInAsync("ana@example.org", Cancellation);
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "http://localhost");

        Assert.Contains((await member.SendAsync(request, Cancellation)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.BadRequest });
    }
}
