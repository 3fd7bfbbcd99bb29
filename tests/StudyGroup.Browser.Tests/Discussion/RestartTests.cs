using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

[Collection(nameof(Timed))]
public sealed class RestartTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    protected override bool NeedsOwnProgram => true;

    [Fact]
    public async Task After_a_crash_the_page_comes_back_by_itself_with_the_draft_and_what_was_missed()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "What do you hear?", "b3", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        ana.ForgiveLostLines();
        ben.ForgiveLostLines();
        await ben.OpenReadingAsync(Circle);
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        await ana.Composer().Words().PressSequentiallyAsync("Half a thought that must not be lost");
        await Assertions.Expect(ana.Composer().GetByText("Draft saved")).ToBeVisibleAsync();
        await ana.Page.EvaluateAsync("window.beforeTheCrash = true");

        using var posting = await PostingClient.OfAsync(ben);
        await App.KillAsync();
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.GetByText("Nobody remembers who asked for the book.")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("Half a thought that must not be lost");
        await App.StartAgainAsync(Stop);
        var started = DateTimeOffset.UtcNow;
        foreach (var words in new[] { "Missed one.", "Missed two.", "Missed three." })
            await posting.PostAsync(first.ThreadId, words, Stop);
        await UntilReloadedAsync(ana.Page).WaitAsync(TimeSpan.FromSeconds(20), Stop);
        await ana.UntilLiveAsync(20);
        var back = DateTimeOffset.UtcNow - started;
        Say($"Back {back.TotalSeconds:F1} s after the program answered again.");

        Assert.InRange(back, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("Half a thought that must not be lost");
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeHiddenAsync();
        var card = await ana.OpenCardAsync("What do you hear?");
        await Assertions.Expect(card.Locator(".post .bd")).ToHaveTextAsync(["What do you hear?", "Missed one.", "Missed two.", "Missed three."]);
        await ana.Composer().Post().ClickAsync();
        await Assertions.Expect(ben.Card("Half a thought that must not be lost")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    // The page's own policy forbids the evaluation that Playwright's wait for a function needs.
    private static async Task UntilReloadedAsync(IPage page)
    {
        for (var isOld = true; isOld;)
        {
            try
            {
                isOld = await page.EvaluateAsync<bool>("window.beforeTheCrash === true");
            }
            catch (PlaywrightException)
            {
                // It was asked while the page changed.
            }

            await Task.Delay(100, Stop);
        }
    }

    /// <summary>Writers post without a pause, each the next as soon as the last is answered, while the program is killed again and again. Long runs have 200 rounds.</summary>
    [Fact]
    public async Task No_post_that_was_answered_is_lost_or_doubled_by_kills_in_the_middle()
    {
        var rounds = IsLongRun ? 200 : 20;
        var first = await World.CommentAsync(Circle, Circle.Ana, "Begin.", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        ana.ForgiveLostLines();
        await ana.Page.GotoAsync("/");
        using var posting = await PostingClient.OfAsync(ana);
        await ana.Page.GotoAsync("about:blank");
        using var enough = new CancellationTokenSource();
        var answers = new SemaphoreSlim(0);
        var writers = Enumerable.Range(0, 4).Select(writer => WriteAsync(posting, first.ThreadId, writer, answers, enough.Token)).ToList();

        for (var round = 0; round < rounds; round++)
        {
            // In the middle of a burst, and each time at another point of it.
            while (answers.Wait(0, Stop))
                continue;
            for (var answer = 0; answer < 1 + (round % 7); answer++)
                await answers.WaitAsync(Stop);
            await Task.Delay(round * 7 % 40, Stop);
            await App.KillAsync();
            await App.StartAgainAsync(Stop);
        }

        await enough.CancelAsync();
        var answered = await Task.WhenAll(writers);
        Say($"{answered.Sum(list => list.Count)} posts answered over {rounds} kills.");

        await using var db = await World.ReadAsync(Stop);
        var stored = await db.Comments().Where(comment => comment.ThreadId == first.ThreadId && comment.Id != first.Id).OrderBy(comment => comment.Sequence).ToListAsync(Stop);
        Assert.True(answered.All(list => list.Count > 0));
        Assert.Equal(stored.Count, stored.DistinctBy(comment => comment.Markdown).Count());
        foreach (var (list, writer) in answered.Select((list, writer) => (list, writer)))
        {
            // The last one of a writer may be stored without its answer having arrived: it was cut off.
            var own = stored.Where(comment => comment.Markdown.StartsWith($"{writer}:", StringComparison.Ordinal)).Select(comment => comment.Id).ToList();
            Assert.Equal(list, own.Take(list.Count));
            Assert.InRange(own.Count - list.Count, 0, 1);
        }
    }

    private static async Task<List<Guid>> WriteAsync(PostingClient posting, Guid threadId, int writer, SemaphoreSlim answers, CancellationToken enough)
    {
        var answered = new List<Guid>();
        try
        {
            for (var number = 0; ; number++)
            {
                answered.Add(await posting.PostAsync(threadId, $"{writer}: post {number}", enough));
                answers.Release();
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return answered;
        }
    }
}
