using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Identity;

public sealed class RegisterPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_invitation_there_is_no_form()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);

        var none = await site.Visitor().PageAsync("/account/register", Cancellation);
        var wrong = await site.Visitor().PageAsync("/account/register?invitation=AAAAAAAAAAAAAAAAAAAAAA", Cancellation);

        Assert.Empty(none.Forms);
        Assert.Empty(wrong.Forms);
    }

    [Fact]
    public async Task An_invitation_names_the_group_makes_an_account_and_leads_back_to_itself()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        var token = await InvitationAsync(site);
        var browser = site.Visitor();

        var page = await browser.PageAsync($"/account/register?invitation={token}", Cancellation);
        var answer = await RegisterAsync(browser, token, "Noor Aziz", "noor@example.org");

        Assert.Contains("Harbour readers", page.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        var next = answer.Target();
        Assert.StartsWith("/account/sign-in?", next, StringComparison.Ordinal);
        var signedIn = await browser.SignInAsync("noor@example.org", StudyGroupSite.Password, Cancellation, next["/account/sign-in".Length..]);
        Assert.Equal($"/invitations/{token}", signedIn.Target());
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_has_an_account()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);
        var token = await InvitationAsync(site);
        await site.AccountAsync("Ana", Cancellation);

        var known = await RegisterAsync(site.Visitor(), token, "Somebody Else", "ana@example.org");
        var unknown = await RegisterAsync(site.Visitor(), token, "Somebody Elsa", "axa@example.org");

        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(unknown.Target(), known.Target());
        Assert.Equal(
            PageText.WithoutTokens(await unknown.Content.ReadAsStringAsync(Cancellation)),
            PageText.WithoutTokens(await known.Content.ReadAsStringAsync(Cancellation))
                .Replace("Somebody Else", "Somebody Elsa", StringComparison.Ordinal).Replace("ana@", "axa@", StringComparison.Ordinal));
        Assert.False(known.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_but_the_password()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation, ("Accounts:OpenRegistration", "true"));

        var answer = await site.Visitor().SubmitAsync(
            "/account/register", "register", Cancellation, ("DisplayName", "Noor"), ("Email", "noor@example.org"), ("Password", "password1"));
        var page = await Browser.PageAsync(answer, Cancellation);

        Assert.NotNull(page.QuerySelector(".err"));
        Assert.Equal("Noor", page.QuerySelector("input[name=DisplayName]")?.GetAttribute("value"));
        Assert.False(page.QuerySelector("input[name=Password]")?.HasAttribute("value"));
        await using var db = await site.ReadAsync(Cancellation);
        Assert.False(await db.Accounts().AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Extra_fields_of_a_form_do_nothing()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation, ("Accounts:OpenRegistration", "true"));

        await site.Visitor().SubmitAsync(
            "/account/register", "register", Cancellation, ("DisplayName", "Noor"), ("Email", "noor@example.org"), ("Password", StudyGroupSite.Password),
            ("IsSiteAdministrator", "true"), ("isAllowed", "true"), ("Id", Guid.Empty.ToString()));

        await using var db = await site.ReadAsync(Cancellation);
        var noor = await db.Accounts().SingleAsync(Cancellation);
        Assert.False(noor.IsSiteAdministrator);
        Assert.NotEqual(Guid.Empty, noor.Id);
    }

    private static Task<HttpResponseMessage> RegisterAsync(Browser browser, string token, string name, string email) => browser.SubmitAsync(
        $"/account/register?invitation={token}", "register", Cancellation, ("DisplayName", name), ("Email", email), ("Password", StudyGroupSite.Password));

    private static async Task<string> InvitationAsync(StudyGroupSite site)
    {
        var owner = await site.AccountAsync("Ingrid", Cancellation, isAdministrator: true);
        var member = new CurrentMember(owner.Id, owner.DisplayName, IsSiteAdministrator: true);
        var group = await site.Get<CreateGroupHandler>().HandleAsync(new CreateGroup("Harbour readers", ""), member, Cancellation);
        Assert.True(group.Succeeded);
        await using var db = await site.ReadAsync(Cancellation);
        var id = await db.Groups().Select(row => row.Id).SingleAsync(Cancellation);
        var token = Secret.New(16);
        db.Invitations().Add(new Invitation
        {
            Id = Guid.CreateVersion7(),
            GroupId = id,
            Role = Role.Participant,
            TokenHash = Secret.Hash(token),
            CreatedById = owner.Id,
            CreatedAt = site.Get<TimeProvider>().GetUtcNow(),
            ExpiresAt = site.Get<TimeProvider>().GetUtcNow().AddDays(7),
            UsesLeft = 5,
        });
        await db.SaveChangesAsync(Cancellation);
        return token;
    }
}
