using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>A text with ten thousand comments on it.</summary>
public sealed class LargeReadingTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const int MostNodes = 3_000;

    protected override bool NeedsOwnProgram => true;

    [Fact]
    public async Task Ten_thousand_comments_keep_the_page_small_and_the_words_near_the_reader_in_sight()
    {
        await App.RunAsync(["seed", "--group", Circle.GroupSlug, "--members", "20", "--readings", "1", "--comments", "10000", "--password", Person.Password, "--force"], Stop);
        var member = await SignedInAsync(Circle.Ana);
        await member.Page.GotoAsync(Circle.GroupPath);
        var readings = await member.Page.Locator("main a[href*='/readings/']").EvaluateAllAsync<string[]>("links => [...new Set(links.map((link) => link.pathname))].filter((path) => path.split('/').length === 5)");
        var seeded = Assert.Single(readings, path => path != Circle.ReadingPath);

        await member.Page.GotoAsync(seeded);
        await member.UntilLiveAsync(30);

        foreach (var part in new[] { 0, 0.4, 0.8 })
        {
            await member.Page.EvaluateAsync("part => window.scrollTo(0, document.body.scrollHeight * part)", part);
            await member.Page.WaitForFunctionAsync(
                "() => [...document.querySelectorAll('.card .body')].some((words) => { const box = words.getBoundingClientRect(); return words.textContent.trim() !== '' && box.height > 0 && box.bottom > 0 && box.top < innerHeight; })");
            var nodes = await member.Page.EvaluateAsync<int>("document.querySelectorAll('*').length");
            Say($"At {part:P0} of the text: {nodes:N0} elements.");
            Assert.InRange(nodes, 1, MostNodes);
        }
    }
}
