using System.Net;
using StudyGroup.Identity;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Identity;

public sealed class LinkPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_at_a_password_link_uses_nothing_up_and_sending_the_form_does()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);
        var link = new Uri((await site.Get<ResetPasswordHandler>().HandleAsync(new("ana@example.org"), Cancellation)).Value ?? "").PathAndQuery;
        var browser = site.Visitor();
        for (var look = 0; look < 10; look++)
            Assert.Single((await browser.PageAsync(link, Cancellation)).Forms);

        var answer = await browser.SubmitAsync(link, "reset", Cancellation, ("Password", "a secret from the link"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty((await browser.PageAsync(link, Cancellation)).Forms);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("ana@example.org", "a secret from the link", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_password_link_leads_to_the_configured_address_whatever_host_was_asked()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);
        await site.AccountAsync("Ana", Cancellation);

        var link = (await site.Get<ResetPasswordHandler>().HandleAsync(new("ana@example.org"), Cancellation)).Value;

        Assert.StartsWith("https://reading.example.org/account/reset-password?token=", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_setup_link_of_a_first_start_makes_the_first_owner_once()
    {
        await using var site = await StudyGroupSite.ProductionAsync(Cancellation);
        var token = await site.Get<SetupLink>().OfferAsync(Cancellation);
        var browser = site.Visitor();
        for (var look = 0; look < 3; look++)
            await browser.GetAsync($"/setup/{token}", Cancellation);

        var answer = await browser.SubmitAsync(
            $"/setup/{token}", "setup", Cancellation, ("DisplayName", "Head"), ("Email", "head@example.org"), ("Password", StudyGroupSite.Password));

        Assert.Equal("/", answer.Target());
        Assert.True(await browser.IsSignedInAsync(Cancellation));
        Assert.Empty((await site.Visitor().PageAsync($"/setup/{token}", Cancellation)).Forms);
        Assert.Empty((await site.Visitor().PageAsync("/setup/AAAAAAAAAAAAAAAAAAAAAA", Cancellation)).Forms);
    }
}
