using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Accessibility;

public sealed class NarrowTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    /// <summary>Answers with what sticks out of the window.</summary>
    public const string TooWide =
        """
        () => {
          const [width, needed] = [document.documentElement.clientWidth, document.scrollingElement.scrollWidth];
          const parts = needed > width ? [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > width + 1) : [];
          return needed > width || (screen.width < 400 && width > screen.width) ? [`${needed} in ${width}`, ...parts.map((part) => part.outerHTML.slice(0, 120))] : [];
        }
        """;

    [Fact]
    public async Task No_page_is_wider_than_a_phone()
    {
        var stranger = await ArriveAsync(null, PhoneTests.Phone);
        await stranger.Page.GotoAsync("/account/sign-in");
        Assert.Empty(await stranger.Page.EvaluateAsync<string[]>(TooWide));

        await WalkAsync(await SignedInAsync(Circle.Ana, PhoneTests.Phone));
    }

    [Fact]
    public async Task No_page_is_wider_than_the_window_at_twice_the_size()
    {
        // What a browser of 1440 by 900 lays out when it is zoomed to 200 %.
        await WalkAsync(await SignedInAsync(Circle.Ana, new() { ViewportSize = new() { Width = 720, Height = 450 }, DeviceScaleFactor = 2 }));
    }

    [Fact]
    public async Task No_page_is_wider_than_the_window_when_only_the_letters_are_twice_as_large()
    {
        await WalkAsync(await SignedInAsync(Circle.Ana), reader => reader.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'"));
    }

    private async Task WalkAsync(Reader reader, Func<Reader, Task>? change = null)
    {
        foreach (var page in await LookedAt.InAsync(Circle, World, Stop))
        {
            await page.OpenAsync(reader);
            if (change is not null)
                await change(reader);
            var wide = await reader.Page.EvaluateAsync<string[]>(TooWide);
            Assert.True(wide.Length == 0, $"{page.Name}: {string.Join(Environment.NewLine, wide)}");
        }
    }
}
