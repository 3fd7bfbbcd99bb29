using System.Net;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Walls;

public sealed class HeaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_answers_strangers_and_members_with_every_header()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var stranger = site.Visitor();
        var member = await site.SignedInAsync("ana@example.org", Cancellation);
        var missing = new List<string>();

        foreach (var route in site.AllRoutes().Where(route => route.Takes("GET")).Append(new Route("/no-such-page", [], IsStatic: false)))
        {
            using var strangers = await stranger.GetAsync(route.Path, Cancellation);
            using var members = await member.GetAsync(route.Path, Cancellation);
            missing.AddRange(Missing(strangers).Select(header => $"{route.Path}: {header} for strangers"));
            missing.AddRange(Missing(members).Select(header => $"{route.Path}: {header} for members"));
            if (!route.IsStatic && members.Headers.CacheControl?.NoStore != true)
                missing.Add($"{route.Path}: no-store");
            if (route.IsStatic && members.Headers.CacheControl?.ToString() != strangers.Headers.CacheControl?.ToString())
                missing.Add($"{route.Path}: a static file that is kept for strangers only");
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_fault_says_its_number_only_and_carries_the_headers()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var member = await site.SignedInAsync("ana@example.org", Cancellation);
        await using (var db = await site.ReadAsync(Cancellation))
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"SignInSessions\" RENAME TO \"Broken\"", Cancellation);

        var answer = await member.GetAsync("/account", Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(Missing(answer));
        Assert.DoesNotContain("SignInSessions", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Contains("main", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_of_the_walls_carry_the_headers_too()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);

        var wrongHost = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } }, Cancellation);
        var noToken = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, wrongHost.StatusCode);
        Assert.Empty(Missing(wrongHost));
        Assert.Equal(HttpStatusCode.BadRequest, noToken.StatusCode);
        Assert.Empty(Missing(noToken));
    }

    private static IEnumerable<string> Missing(HttpResponseMessage answer)
    {
        var policies = Values(answer, "Content-Security-Policy");
        string[] asked =
        [
            "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
            "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
        ];
        if (policies.Length != 1 || !asked.Order().SequenceEqual(policies[0].Split("; ").Order()))
            yield return "Content-Security-Policy " + string.Join(" | ", policies);
        if (!Values(answer, "X-Content-Type-Options").SequenceEqual(["nosniff"]))
            yield return "X-Content-Type-Options";
        if (!Values(answer, "Referrer-Policy").SequenceEqual(["no-referrer"]))
            yield return "Referrer-Policy";
        if (!Values(answer, "Cross-Origin-Opener-Policy").SequenceEqual(["same-origin"]))
            yield return "Cross-Origin-Opener-Policy";
        if (Values(answer, "Permissions-Policy") is not [var permissions] || !permissions.Contains("camera=()", StringComparison.Ordinal))
            yield return "Permissions-Policy";
        if (!Values(answer, "Strict-Transport-Security").SequenceEqual(["max-age=31536000"]))
            yield return "Strict-Transport-Security";
        if (Values(answer, "Server").Length > 0)
            yield return "Server";
    }

    private static string[] Values(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? [.. values] : [];
}
