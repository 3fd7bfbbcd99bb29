using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class OnceTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Two_clicks_on_post_are_one_comment()
    {
        var (ana, ben) = await BothAsync();
        await BeginAsync(ana, "Said once.");

        await ana.Composer().Post().EvaluateAsync("button => { for (let click = 0; click < 50; click++) button.click(); }");

        await Assertions.Expect(ana.Card("Said once.")).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Composer()).ToHaveCountAsync(0);
        await StandsOnceAsync("Said once.");
        await Assertions.Expect(ben.Card("Said once.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_double_click_is_one_comment()
    {
        var (ana, ben) = await BothAsync();
        await BeginAsync(ana, "Said with a nervous finger.");

        await ana.Composer().Post().DblClickAsync();

        await Assertions.Expect(ben.Card("Said with a nervous finger.")).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Composer()).ToHaveCountAsync(0);
        await StandsOnceAsync("Said with a nervous finger.");
    }

    [Fact]
    public async Task An_answer_that_is_lost_twice_makes_no_second_comment()
    {
        var (ana, ben) = await BothAsync();
        ana.Forgive("net::ERR_FAILED");
        var reached = 0;
        await ana.Context.RouteAsync("**/discussion/comments", async route =>
        {
            var answer = await route.FetchAsync();
            Assert.Equal(200, answer.Status);
            await (Interlocked.Increment(ref reached) <= 2 ? route.AbortAsync() : route.FulfillAsync(new() { Response = answer }));
        });
        await BeginAsync(ana, "Did you get this?");

        await ana.Composer().Post().ClickAsync();

        await Assertions.Expect(ana.Page.GetByText("Not sent yet.")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Composer()).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        Assert.Equal(3, reached);
        await Assertions.Expect(ana.Card("Did you get this?")).ToHaveCountAsync(1);
        await Assertions.Expect(ben.Card("Did you get this?")).ToHaveCountAsync(1);
        await StandsOnceAsync("Did you get this?");
    }

    private static async Task BeginAsync(Reader reader, string words)
    {
        await reader.SelectAsync("The lamp", "the pier");
        await reader.ChooseAsync("Comment");
        await reader.Composer().Words().FillAsync(words);
    }

    private async Task<(Reader Ana, Reader Ben)> BothAsync()
    {
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        return (ana, ben);
    }

    private async Task StandsOnceAsync(string words)
    {
        await using var db = await World.ReadAsync(Stop);
        Assert.Equal(1, await db.Comments().CountAsync(comment => comment.Markdown == words && comment.AuthorId == Circle.Ana.Id, Stop));
    }
}
