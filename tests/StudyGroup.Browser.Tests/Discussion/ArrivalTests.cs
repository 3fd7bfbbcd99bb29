using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class ArrivalTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task A_comment_out_of_sight_moves_nothing_and_waits_behind_a_chip_that_leads_to_it()
    {
        var circle = await World.CircleAsync(Stop, LongText($"The Long Quay {Circle.Canary}"));
        var ana = await SignedInAsync(circle.Ana);
        await ana.OpenReadingAsync(circle);
        var chip = ana.Page.Locator(".arrivals").GetByRole(AriaRole.Button);

        await World.CommentAsync(circle, circle.Ben, "Far below.", "b40", 0, 8, Stop);
        await Assertions.Expect(chip).ToHaveTextAsync("1 new, ¶ 40");
        Assert.Equal(0, await ana.Page.EvaluateAsync<double>("() => scrollY"));
        await chip.ClickAsync();

        await Assertions.Expect(ana.Page.Locator("#b40")).ToBeInViewportAsync();
        await Assertions.Expect(ana.Card("Far below.")).ToBeFocusedAsync();
        await Assertions.Expect(ana.Page.Locator(".card.new")).ToHaveCountAsync(0);
        await Assertions.Expect(chip).ToHaveCountAsync(0);
    }

    private static ImportedDocument LongText(string title) => new(
        $"{title}.md",
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(title))),
        Issue: null,
        [
            new ReadingDraft
            {
                Title = title,
                Blocks = [.. Enumerable.Range(1, 60).Select(step => new BlockDraft(BlockKind.Paragraph, $"Step {step} of the quay was wet, and whoever took it looked down at the water and counted the next one."))],
            },
        ]);
}
