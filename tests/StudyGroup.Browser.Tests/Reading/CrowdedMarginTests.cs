using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>More remarks on one paragraph than the margin holds at once.</summary>
public sealed class CrowdedMarginTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task The_remarks_beyond_a_crowded_paragraph_are_there_when_the_reader_gets_to_them()
    {
        for (var number = 0; number < 230; number++)
            await World.CommentAsync(Circle, Circle.Ben, $"Remark {number}.", "b2", number % 40, 60, Stop);
        await World.CommentAsync(Circle, Circle.Ben, "The word yes.", "b11", 0, 20, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await Assertions.Expect(ana.Card("Remark 0.")).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Card("The word yes.")).ToHaveCountAsync(0);

        for (var page = 0; page < 10 && await ana.Card("The word yes.").CountAsync() == 0; page++)
        {
            await ana.Page.Keyboard.PressAsync("PageDown");
            await ana.Page.WaitForTimeoutAsync(300);
        }

        await Assertions.Expect(ana.Card("The word yes.")).ToHaveCountAsync(1);
    }
}
