using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>
/// The line of a reader is lost, for a while or until the server has let go of the page. Short runs shorten the time for which it holds on; in long runs
/// nothing is shortened.
/// </summary>
public sealed class ReconnectTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const string Half = "Half a thought";

    protected override bool NeedsOwnProgram => true;

    protected override (string Key, string Value)[] Settings => IsLongRun ? [] : [("Limits:LostCircuitSeconds", "4")];

    /// <param name="seconds">How long the line is cut, as people know it.</param>
    /// <param name="shortened">The same beside the shortened retention of short runs.</param>
    /// <param name="isGone">Whether the server has let go of the page by then.</param>
    [Theory]
    [InlineData(1, 0.5, false)]
    [InlineData(20, 2, false)]
    [InlineData(200, 7, true)]
    public async Task A_lost_line_costs_no_place_no_words_and_no_comment(int seconds, double shortened, bool isGone)
    {
        await using var line = new CuttableLine(App);
        var first = await World.CommentAsync(Circle, Circle.Ana, "Begun before the tunnel.", "b4", 0, 8, Stop);
        var ana = await WritingAsync(first, line);

        line.Cut();
        foreach (var words in new[] { "Missed one.", "Missed two.", "Missed three." })
            await World.ReplyAsync(first, Circle.Ben, words, Stop);
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await ana.Page.Locator(".post study-composer").Words().PressSequentiallyAsync(", and the rest");
        var at = await TopAsync(ana, "#b4");
        await Task.Delay(TimeSpan.FromSeconds(IsLongRun ? seconds : shortened), Stop);
        line.Mend();
        await ana.Page.Locator("#offbar-retry").DispatchEventAsync("click");

        if (isGone)
            await Assertions.Expect(ana.Page.GetByText("The page was loaded again.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await EverythingIsThereAsync(ana, at, $"{Half}, and the rest");
        Assert.Equal(!isGone, await ana.Page.EvaluateAsync<bool>("window.samePage === true"));
    }

    [Fact]
    public async Task A_server_that_starts_again_costs_no_place_no_words_and_no_comment()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "Begun before the storm.", "b4", 0, 8, Stop);
        var ana = await WritingAsync(first, null);

        await App.KillAsync();
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await ana.Page.Locator(".post study-composer").Words().PressSequentiallyAsync(", and the rest");
        var at = await TopAsync(ana, "#b4");
        foreach (var words in new[] { "Missed one.", "Missed two.", "Missed three." })
            await World.ReplyAsync(first, Circle.Ben, words, Stop);
        await App.StartAgainAsync(Stop);

        await Assertions.Expect(ana.Page.GetByText("The page was loaded again.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await EverythingIsThereAsync(ana, at, $"{Half}, and the rest");
    }

    [Fact]
    public async Task An_edit_on_the_page_of_a_thread_comes_through_a_server_that_starts_again()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "Begun before the storm.", "b4", 0, 8, Stop);
        foreach (var number in Enumerable.Range(1, 20))
            await World.ReplyAsync(first, Circle.Ben, $"Wave {number}.", Stop);
        var mine = await World.ReplyAsync(first, Circle.Ana, "Mine, as it was.", Stop);
        var ana = await SignedInAsync(Circle.Ana);
        ana.ForgiveLostLines();
        // A link leads to the first post; the reader has gone on since.
        await ana.Page.GotoAsync($"{Circle.ThreadPath(first.ThreadId)}#c-{first.Id}");
        await ana.Page.Locator(".panel[data-live]").WaitForAsync();
        await ana.Page.Locator($"#c-{mine.Id}").DoAsync("Edit");
        var composer = ana.Page.Locator($"#c-{mine.Id} study-composer");
        await composer.Words().FillAsync("Mine, as it shall be.");
        await Assertions.Expect(composer.GetByText("Draft saved")).ToBeVisibleAsync();
        var at = await TopAsync(ana, $"#c-{mine.Id}");

        await App.KillAsync();
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await App.StartAgainAsync(Stop);

        await Assertions.Expect(ana.Page.GetByText("The page was loaded again.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await ana.Page.Locator(".panel[data-live]").WaitForAsync();
        await Assertions.Expect(composer.Words()).ToHaveValueAsync("Mine, as it shall be.");
        await StandsAtAsync(ana, $"#c-{mine.Id}", at);
        await composer.Post().ClickAsync();
        await Assertions.Expect(ana.Page.Locator($"#c-{mine.Id}")).ToContainTextAsync("Mine, as it shall be.");
    }

    /// <summary>Ana has scrolled to a place, opened a card there, and begun to answer its first post.</summary>
    private async Task<Reader> WritingAsync(PostedComment first, CuttableLine? line)
    {
        var ana = await SignedInAsync(Circle.Ana, new() { BaseURL = line?.Address, ViewportSize = new() { Width = 1240, Height = 700 } });
        ana.ForgiveLostLines();
        await ana.OpenReadingAsync(Circle, $"?comment={first.Id}");
        await ana.Page.Locator("#b4").EvaluateAsync("block => block.scrollIntoView({ block: 'start', behavior: 'instant' })");
        await ana.Page.Locator($"#c-{first.Id}").GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).DispatchEventAsync("click");
        var words = ana.Page.Locator(".post study-composer").Words();
        await words.PressSequentiallyAsync(Half);
        await Assertions.Expect(ana.Page.Locator(".post study-composer").GetByText("Draft saved")).ToBeVisibleAsync();
        await ana.Page.EvaluateAsync("window.samePage = true");
        return ana;
    }

    private static async Task EverythingIsThereAsync(Reader ana, double at, string draft)
    {
        await ana.UntilLiveAsync(20);
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(ana.Page.Locator(".card.on .post .bd")).ToContainTextAsync(["Begun before the", "Missed one.", "Missed two.", "Missed three."]);
        await Assertions.Expect(ana.Page.Locator(".post study-composer").Words()).ToHaveValueAsync(draft);
        await StandsAtAsync(ana, "#b4", at);
        await ana.Page.Locator(".post study-composer").Post().DispatchEventAsync("click");
        await Assertions.Expect(ana.Post(draft)).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Page.Locator(".post study-composer")).ToHaveCountAsync(0);
    }

    private static Task<double> TopAsync(Reader reader, string element) =>
        reader.Page.Locator(element).EvaluateAsync<double>("element => element.getBoundingClientRect().top");

    private static async Task StandsAtAsync(Reader reader, string element, double at)
    {
        var top = double.NaN;
        for (var look = 0; look < 40 && !(Math.Abs(top - at) < 4); look++)
        {
            await Task.Delay(100, Stop);
            top = await TopAsync(reader, element);
        }

        Assert.Equal(at, top, 4.0);
    }
}
