using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class PresenceTests(Chromium chromium) : ScriptTest(chromium)
{
    private const string Start = """
        import * as presence from '/js/presence.js';
        window.places = [];
        presence.attach(document.querySelector('[data-article]'), (block) => window.places.push([block, performance.now()]));
        """;

    [Fact]
    public async Task The_place_is_told_at_most_every_two_seconds_and_ends_where_the_reader_is()
    {
        await OpenAsync(Harness.Page(more: 60, start: Start));

        for (var step = 0; step < 20; step++)
        {
            await Page.Mouse.WheelAsync(0, 180);
            await Page.WaitForTimeoutAsync(120);
        }

        await Page.WaitForTimeoutAsync(2_500);
        var times = await Page.EvaluateAsync<double[]>("window.places.map(([, time]) => time)");
        Assert.True(times.Length >= 2);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First > 1_900));
        Assert.Equal(await Page.Locator(".here").GetAttributeAsync("id"), await Page.EvaluateAsync<string>("window.places.at(-1)[0]"));
    }

    [Fact]
    public async Task The_line_under_the_bar_shows_how_much_was_read()
    {
        await OpenAsync(Harness.Page(more: 60, start: Start).Replace("<div class=\"mhead\">", "<div class=\"mhead\">¶ <span data-place></span>", StringComparison.Ordinal));

        await Page.EvaluateAsync("document.querySelector('#b-36').scrollIntoView({ block: 'center' })");
        await Page.WaitForTimeoutAsync(400);

        var line = Page.Locator("#reading-progress");
        Assert.InRange(int.Parse(await line.GetAttributeAsync("aria-valuenow") ?? "", System.Globalization.CultureInfo.InvariantCulture), 45, 60);
        Assert.InRange(int.Parse(await Page.Locator("[data-place]").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture), 28, 36);
    }

    [Fact]
    public async Task Who_comes_to_the_end_of_the_page_has_read_the_last_paragraph()
    {
        await OpenAsync(Harness.Page(more: 60, start: Start));

        await Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");

        await Page.WaitForFunctionAsync("document.querySelector('#reading-progress').ariaValueNow === '100'");
        await Page.WaitForFunctionAsync("window.places.at(-1)?.[0] === [...document.querySelectorAll('[data-article] [data-block]')].at(-1).id");
    }
}
