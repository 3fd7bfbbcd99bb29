using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Accessibility;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Groups;
using StudyGroup.Identity;
using Xunit;

namespace StudyGroup.Browser.Tests.Languages;

public sealed class GermanTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task News_of_others_reach_a_German_page_in_German()
    {
        var ana = await GermanAsync(new() { Locale = "de-DE" });
        await ana.OpenReadingAsync(Circle);
        await Assertions.Expect(ana.Page.Locator(".mhead b")).ToHaveTextAsync("Noch keine Kommentare");

        var first = await World.CommentAsync(Circle, Circle.Ben, "From the other side.", "b2", 0, 8, Stop);
        await Assertions.Expect(ana.Page.Locator(".mhead b")).ToHaveTextAsync("1 Kommentar");
        await World.ReplyAsync(first, Circle.Moderator, "And from the third.", Stop);

        await Assertions.Expect(ana.Page.Locator(".mhead b")).ToHaveTextAsync("2 Kommentare");
        await Assertions.Expect(ana.Card("From the other side.").Locator("time")).ToHaveTextAsync("gerade eben");
        await Assertions.Expect(ana.Card("From the other side.")).ToContainTextAsync("1 Antwort");
        await Assertions.Expect(ana.Announced()).ToContainTextAsync("Neuer Kommentar von");
    }

    [Fact]
    public async Task Scripts_speak_German_too()
    {
        var ana = await GermanAsync(new() { Locale = "de-DE" });
        await ana.OpenReadingAsync(Circle);

        await ana.Page.Locator("#b2").FocusAsync();
        await ana.Page.Keyboard.PressAsync("c");
        await ana.Composer().GetByRole(AriaRole.Textbox, new() { Name = "Kommentar", Exact = true }).PressSequentiallyAsync("Ein *Wort*");

        await Assertions.Expect(ana.Composer().GetByText("Vorschau")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Composer().GetByText("gespeichert", new() { Exact = false })).ToBeVisibleAsync();
        await ana.Composer().GetByRole(AriaRole.Button, new() { Name = "Senden" }).ClickAsync();
        await Assertions.Expect(ana.Card("Ein Wort")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_German_page_is_wider_than_a_phone()
    {
        var phone = PhoneTests.Phone;
        phone.Locale = "de-DE";
        var ana = await GermanAsync(phone);

        // The composer is opened by its English names there.
        foreach (var page in (await LookedAt.InAsync(Circle, World, Stop)).Where(page => !page.Name.Contains("composer", StringComparison.Ordinal)))
        {
            await page.OpenAsync(ana);
            Assert.Equal("de", await ana.Page.Locator("html").GetAttributeAsync("lang"));
            var wide = await ana.Page.EvaluateAsync<string[]>(NarrowTests.TooWide);
            Assert.True(wide.Length == 0, $"{page.Name}: {string.Join(Environment.NewLine, wide)}");
        }
    }

    [Fact]
    public async Task A_new_account_has_the_time_zone_of_the_computer()
    {
        var invitation = await World.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(Circle.GroupId, Role.Participant, 1, 1), Circle.Owner.Member, Stop);
        var guest = await ArriveAsync(null, new() { Locale = "de-AT", TimezoneId = "Asia/Tokyo" });
        await guest.Page.GotoAsync($"/account/register?invitation={invitation.Value}");

        await guest.Page.GetByLabel("Name, den die anderen sehen").FillAsync($"Mio {Circle.Canary}");
        await guest.Page.GetByLabel("E-Mail").FillAsync($"{Circle.Canary}@example.net");
        await guest.Page.GetByLabel("Passwort").FillAsync(Person.Password);
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Konto anlegen" }).ClickAsync();
        await guest.Page.WaitForURLAsync(url => url.Contains("sign-in", StringComparison.Ordinal));

        await using var db = await World.ReadAsync(Stop);
        var mio = await db.Accounts().SingleAsync(account => account.Email == $"{Circle.Canary}@example.net", Stop);
        Assert.Equal(("de", "Asia/Tokyo"), (mio.Language, mio.TimeZone));
    }

    private async Task<Reader> GermanAsync(BrowserNewContextOptions options)
    {
        var ana = await ArriveAsync(Circle.Ana, options);
        await ana.Page.GotoAsync("/account/sign-in");
        await ana.Page.GetByLabel("E-Mail").FillAsync(Circle.Ana.Email);
        await ana.Page.GetByLabel("Passwort", new() { Exact = true }).FillAsync(Person.Password);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();
        await ana.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return ana;
    }
}
