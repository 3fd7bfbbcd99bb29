using System.Net;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Identity;

public sealed class SignInPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Email_and_password_sign_in_and_lead_to_where_one_wanted_to_go()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = site.Visitor();

        var asked = await browser.GetAsync("/account/tokens", Cancellation);
        var answer = await browser.SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation, asked.Target().Split('?') is [_, var query] ? "?" + query : "");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/tokens", answer.Target());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/tokens", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Known_and_unknown_accounts_get_the_same_page()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);

        var known = await site.Visitor().SignInAsync("ana@example.org", "not the secret", Cancellation);
        var unknown = await site.Visitor().SignInAsync("axa@example.org", "not the secret", Cancellation);

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(
            PageText.WithoutTokens(await known.Content.ReadAsStringAsync(Cancellation)),
            PageText.WithoutTokens(await unknown.Content.ReadAsStringAsync(Cancellation)).Replace("axa@example.org", "ana@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Known_and_unknown_accounts_take_the_same_time()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation, ("Limits:SignInTriesPerAccount", "1000"), ("Limits:SignInTriesPerAddress", "1000"));
        await site.AccountAsync("Ana", Cancellation);
        var handler = site.Get<StudyGroup.Identity.SignInHandler>();
        List<double> known = [], unknown = [];
        for (var round = -2; round < 25; round++)
        {
            var first = await TimeAsync("ana@example.org");
            var second = await TimeAsync("axa@example.org");
            if (round >= 0)
            {
                known.Add(first);
                unknown.Add(second);
            }
        }

        // A hash takes a tenth of a second; without the stand-in the gap would be all of it.
        Assert.InRange(Math.Abs(Median(known) - Median(unknown)), 0, 0.3 * Median(known));

        async Task<double> TimeAsync(string email)
        {
            var start = TimeProvider.System.GetTimestamp();
            await handler.HandleAsync(new(email, "not the secret", IPAddress.Loopback), Cancellation);
            return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_page_answers_429_in_the_same_words_and_lets_others_in()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var thief = site.Visitor("203.0.113.9");
        var words = "";
        for (var guess = 0; guess < 10; guess++)
            words = await ErrorAsync(await thief.SignInAsync("ana@example.org", "not the secret", Cancellation));

        var slowed = await thief.SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation);
        var owner = await site.Visitor("192.0.2.10").SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Equal(words, await ErrorAsync(slowed));
        Assert.NotEqual("", words);
        Assert.Equal(HttpStatusCode.Redirect, owner.StatusCode);

        static async Task<string> ErrorAsync(HttpResponseMessage answer) => (await Browser.PageAsync(answer, Cancellation)).QuerySelector(".err")?.TextContent ?? "";
    }

    [Fact]
    public async Task No_return_address_leads_away_from_this_site()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        string[] away =
        [
            "//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", "https:evil.example", "https://evil.example/library", "http:///evil.example",
            "%2f%2fevil.example", "javascript:alert(1)", "evil.example", "\\\\evil.example", "/library\\..\\..//evil.example", "",
        ];

        foreach (var address in away)
        {
            var answer = await site.Visitor().SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation, "?ReturnUrl=" + Uri.EscapeDataString(address));
            Assert.Equal((address, "/"), (address, answer.Target()));
        }
    }

    [Fact]
    public async Task Each_sign_in_makes_a_new_cookie_and_ends_what_was_there_before()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        await site.AccountAsync("Ben", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);
        var planted = browser.Copy();

        var page = await planted.GetAsync("/account", Cancellation);
        var token = (await Browser.PageAsync(page, Cancellation)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var again = await browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["_handler"] = "sign-in",
                    ["__RequestVerificationToken"] = token,
                    ["Email"] = "ben@example.org",
                    ["Password"] = StudyGroupSite.Password,
                }),
            },
            Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotEqual(planted.CookieHeader, browser.CookieHeader);
        Assert.True(await browser.IsSignedInAsync(Cancellation));
        Assert.False(await planted.IsSignedInAsync(Cancellation));
    }

    [Fact]
    public async Task The_demonstration_accounts_are_named_in_development_and_nowhere_else()
    {
        await using var development = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await using var production = await StudyGroupSite.ProductionAsync(Cancellation);
        foreach (var site in new[] { development, production })
            await site.AccountAsync("Zoe", Cancellation);

        Assert.Contains("zoe@example.org", await (await development.Visitor().GetAsync("/account/sign-in", Cancellation)).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@example.org", await (await production.Visitor().GetAsync("/account/sign-in", Cancellation)).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
