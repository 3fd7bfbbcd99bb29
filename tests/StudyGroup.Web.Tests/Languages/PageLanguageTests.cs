using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Languages;

public sealed class PageLanguageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de-AT, de;q=0.9, en;q=0.5", "de", "Anmelden")]
    [InlineData("fr, de;q=0.7, en;q=0.3", "de", "Anmelden")]
    [InlineData("en-GB, de;q=0.9", "en", "Sign in")]
    [InlineData("fr", "en", "Sign in")]
    [InlineData(null, "en", "Sign in")]
    public async Task A_stranger_is_addressed_as_the_browser_asks(string? languages, string language, string title)
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);

        var page = await site.Visitor(languages: languages).PageAsync("/account/sign-in", Cancellation);

        Assert.Equal((language, title), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")?.TextContent));
    }

    [Fact]
    public async Task A_member_reads_the_language_of_the_profile_whatever_the_browser_asks_for()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = site.Visitor(languages: "en");
        await browser.SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation);

        Assert.Equal(("en", "Your groups"), await HomeAsync(browser, "auto"));
        Assert.Equal(("de", "Deine Gruppen"), await HomeAsync(browser, "de"));
        Assert.Equal(("en", "Your groups"), await HomeAsync(browser, "en"));
    }

    [Fact]
    public async Task Who_leaves_it_to_the_browser_reads_what_the_browser_asks_for()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = site.Visitor(languages: "de");
        await browser.SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation);

        Assert.Equal(("de", "Deine Gruppen"), await HomeAsync(browser, "auto"));
        Assert.Equal(("en", "Your groups"), await HomeAsync(browser, "en"));
    }

    [Fact]
    public async Task The_profile_offers_each_language_in_its_own_words_and_no_other_is_taken()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        var offered = (await browser.PageAsync("/account", Cancellation)).QuerySelectorAll("select[name=Language] option").Select(option => option.TextContent);
        var refused = await Browser.PageAsync(await browser.SubmitAsync("/account", "profile", Cancellation, ("Language", "fr")), Cancellation);

        Assert.Equal(["As the browser says", "English", "Deutsch"], offered);
        Assert.Equal("Choose a language from the list.", refused.QuerySelector(".err")?.TextContent);
    }

    [Theory]
    [InlineData("de-CH", "Europe/Zurich", "de", "Europe/Zurich")]
    [InlineData("en-US", "America/New_York", "en", "America/New_York")]
    [InlineData("de", "", "de", "UTC")]
    [InlineData("de", "Nowhere/At_All", "de", "UTC")]
    public async Task A_new_account_takes_language_and_time_zone_from_its_browser(string languages, string zone, string language, string timeZone)
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation, ("Accounts:OpenRegistration", "true"));

        await site.Visitor(languages: languages).SubmitAsync(
            "/account/register", "register", Cancellation, ("DisplayName", "Noor"), ("Email", "noor@example.org"), ("Password", StudyGroupSite.Password), ("TimeZone", zone));

        await using var db = await site.ReadAsync(Cancellation);
        Assert.Equal((language, timeZone), await db.Accounts().Select(account => ValueTuple.Create(account.Language, account.TimeZone)).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task Refusals_are_told_in_the_language_of_the_page()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        var browser = site.Visitor(languages: "de");

        var wrong = await Browser.PageAsync(await browser.SignInAsync("nobody@example.org", "not the password", Cancellation), Cancellation);
        var old = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-out"), Cancellation);

        Assert.Equal("E-Mail und Passwort passen nicht zusammen. Nach mehreren falschen Versuchen musst du eine Viertelstunde warten.", wrong.QuerySelector(".err")?.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        Assert.Contains("Diese Seite ist zu alt", JsonDocument.Parse(await old.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_the_language_of_who_asks()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = site.Visitor(languages: "de");
        await browser.SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation);

        var page = await browser.PageAsync("/groups/nowhere", Cancellation);

        Assert.Equal(("de", "Diese Seite gibt es hier nicht"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")?.TextContent));
    }

    [Fact]
    public async Task Two_members_read_the_same_text_each_with_a_frame_in_their_language()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var address = $"{scene.Address}/readings/{(await scene.ShelveAsync(Cancellation, "The Room"))[0].Slug}";
        await (await scene.BrowserAsync("Ana", Cancellation)).SubmitAsync("/account", "profile", Cancellation, ("Language", "de"));

        var english = await scene.PageAsync(GroupScene.Owner, address, Cancellation);
        var german = await scene.PageAsync("Ana", address, Cancellation);
        var again = await scene.PageAsync(GroupScene.Owner, address, Cancellation);

        Assert.Equal(("10 paragraphs, about 1 min", "Link to paragraph 3", "Post"), Frame(english));
        Assert.Equal(("10 Absätze, etwa 1 Min.", "Link zu Absatz 3", "Senden"), Frame(german));
        Assert.Equal(Frame(english), Frame(again));
        Assert.Equal(("März 2011", "March 2011"), (Date(german), Date(english)));
        Assert.Equal(english.QuerySelector("[data-block]")?.TextContent, german.QuerySelector("[data-block]")?.TextContent);
    }

    private static async Task<(string? Language, string? Title)> HomeAsync(Browser browser, string language)
    {
        await browser.SubmitAsync("/account", "profile", Cancellation, ("Language", language));
        var page = await browser.PageAsync("/", Cancellation);
        return (page.DocumentElement.GetAttribute("lang"), page.Title?.Split(" · ")[0]);
    }

    private static (string? Length, string? Link, string? Word) Frame(IHtmlDocument page) => (
        page.QuerySelector(".byline .ink3")?.TextContent,
        page.QuerySelectorAll("main [aria-label]").Select(element => element.GetAttribute("aria-label")).FirstOrDefault(label => label?.EndsWith(" 3", StringComparison.Ordinal) == true),
        JsonDocument.Parse(page.QuerySelector("meta[name=words]")?.GetAttribute("content") ?? "{}").RootElement.GetProperty("post").GetString());

    private static string? Date(IHtmlDocument page) => page.QuerySelectorAll(".byline span").Select(part => part.TextContent).FirstOrDefault(part => part.EndsWith("2011", StringComparison.Ordinal));
}
