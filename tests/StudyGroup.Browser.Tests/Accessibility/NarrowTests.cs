using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Accessibility;

public sealed class NarrowTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    /// <summary>Answers with what sticks out of a phone.</summary>
    public const string TooWide =
        """
        () => {
          const [width, needed] = [window.innerWidth, document.scrollingElement.scrollWidth];
          const parts = needed > 390 ? [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > 391) : [];
          return needed > 390 || width > 390 ? [`${needed} in ${width}`, ...parts.map((part) => part.outerHTML.slice(0, 120))] : [];
        }
        """;

    [Fact]
    public async Task No_page_is_wider_than_a_phone()
    {
        var stranger = await ArriveAsync(null, PhoneTests.Phone);
        await stranger.Page.GotoAsync("/account/sign-in");
        Assert.Empty(await stranger.Page.EvaluateAsync<string[]>(TooWide));
        var ana = await SignedInAsync(Circle.Ana, PhoneTests.Phone);

        foreach (var page in await LookedAt.InAsync(Circle, World, Stop))
        {
            await page.OpenAsync(ana);
            var wide = await ana.Page.EvaluateAsync<string[]>(TooWide);
            Assert.True(wide.Length == 0, $"{page.Name}: {string.Join(Environment.NewLine, wide)}");
        }
    }
}
