using System.Net;
using StudyGroup.Tests.Databases;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Identity;

public sealed class SessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_out_makes_the_cookie_worthless_wherever_it_was_copied_to()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);
        var copy = browser.Copy();

        var answer = await browser.SubmitAsync("/account", "/account/sign-out", Cancellation);

        Assert.Equal("/account/sign-in", answer.Target());
        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/account/session", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/account", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Looking_at_the_sign_out_address_signs_nobody_out()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        await browser.GetAsync("/account/sign-out", Cancellation);

        Assert.True(await browser.IsSignedInAsync(Cancellation));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_browser_and_not_this_one()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var here = await site.SignedInAsync("ana@example.org", Cancellation);
        var before = here.Copy();
        var there = await site.SignedInAsync("ana@example.org", Cancellation);

        var answer = await here.SubmitAsync("/account/password", "password", Cancellation, ("Present", StudyGroupSite.Password), ("Next", "quite another secret"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await here.IsSignedInAsync(Cancellation));
        Assert.False(await before.IsSignedInAsync(Cancellation));
        Assert.False(await there.IsSignedInAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_present_password_changes_nothing()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = await site.SignedInAsync("ana@example.org", Cancellation);

        var answer = await browser.SubmitAsync("/account/password", "password", Cancellation, ("Present", "not the secret"), ("Next", "quite another secret"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await Browser.PageAsync(answer, Cancellation)).QuerySelector(".err"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_restart_and_a_second_node_know_the_same_cookie_and_the_keys_are_the_owner_s_alone()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite, Cancellation);
        await using var first = StudyGroupSite.Over(database);
        await first.AccountAsync("Ana", Cancellation);
        var browser = await first.SignedInAsync("ana@example.org", Cancellation);

        await using var second = StudyGroupSite.Over(database);
        var elsewhere = second.Visitor();
        elsewhere.Cookies.Add(browser.Cookies.GetAllCookies());

        Assert.True(await elsewhere.IsSignedInAsync(Cancellation));
        var keys = Path.Combine(database.Folder, "keys");
        Assert.NotEmpty(Directory.GetFiles(keys));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
    }

    [Fact]
    public async Task The_cookie_is_guarded_in_every_way_a_browser_knows()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var browser = site.Visitor();

        var given = (await browser.SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation)).Headers.GetValues("Set-Cookie").Single();
        var form = (await site.Visitor().GetAsync("/account/sign-in", Cancellation)).Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith("__Host-studygroup=", given, StringComparison.Ordinal);
        Assert.StartsWith("__Host-studygroup-form=", form, StringComparison.Ordinal);
        foreach (var cookie in new[] { given, form })
        {
            var flags = cookie.Split("; ").Skip(1).Select(flag => flag.ToLowerInvariant()).ToArray();
            Assert.Contains("secure", flags);
            Assert.Contains("httponly", flags);
            Assert.Contains("samesite=lax", flags);
            Assert.Contains("path=/", flags);
            Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.Ordinal));
        }

        Assert.True(await browser.IsSignedInAsync(Cancellation));
    }

    [Fact]
    public async Task A_developer_s_machine_without_https_gets_a_plain_cookie()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);

        var given = (await site.Visitor().SignInAsync("ana@example.org", StudyGroupSite.Password, Cancellation)).Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith("studygroup=", given, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", given, StringComparison.OrdinalIgnoreCase);
    }
}
