using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>What a reader does on the page of a text.</summary>
public static class ReadingSteps
{
    public static async Task OpenReadingAsync(this Reader reader, Circle circle, string query = "")
    {
        await reader.Page.GotoAsync(circle.ReadingPath + query);
        await reader.UntilLiveAsync();
    }

    /// <summary>Waits until the margin listens.</summary>
    public static Task UntilLiveAsync(this Reader reader, float seconds = 15) =>
        reader.Page.Locator(".rgrid[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = seconds * 1000 });

    /// <summary>Draws the mouse from before the first words to behind the last ones.</summary>
    public static async Task SelectAsync(this Reader reader, string first, string last)
    {
        var ends = await reader.Page.EvaluateAsync<float[]>(
            """
            async ([first, last]) => {
              await document.fonts.ready;
              const boxesOf = (words) => {
                const walker = document.createTreeWalker(document.querySelector('[data-article]'), NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  const at = node.data.indexOf(words);
                  if (at >= 0 && !node.parentElement.closest('[data-aside]')) {
                    const range = document.createRange();
                    range.setStart(node, at);
                    range.setEnd(node, at + words.length);
                    return range;
                  }
                }
                throw new Error(`The text has no "${words}".`);
              };
              boxesOf(first).startContainer.parentElement.closest('[data-block]').scrollIntoView({ block: 'center', behavior: 'instant' });
              const [from, to] = [boxesOf(first).getClientRects()[0], [...boxesOf(last).getClientRects()].at(-1)];
              return [from.left + 1, (from.top + from.bottom) / 2, to.right - 1, (to.top + to.bottom) / 2];
            }
            """,
            new[] { first, last });
        await reader.Page.Mouse.MoveAsync(ends[0], ends[1]);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2, new() { Steps = 3 });
        await reader.Page.Mouse.MoveAsync(ends[2], ends[3], new() { Steps = 3 });
        await reader.Page.Mouse.UpAsync();
        var selected = await reader.Page.EvaluateAsync<string>("getSelection().toString()");
        if (!selected.StartsWith(first, StringComparison.Ordinal) || !selected.EndsWith(last, StringComparison.Ordinal))
            throw new InvalidOperationException($"The mouse selected \"{selected}\".");
    }

    /// <summary>Presses a verb of the bar that a selection brings.</summary>
    public static Task ChooseAsync(this Reader reader, string verb) =>
        reader.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected text" }).GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();

    /// <summary>The composer of a new remark in the margin.</summary>
    public static ILocator Composer(this Reader reader) => reader.Page.Locator(".margin .own study-composer");

    public static ILocator Words(this ILocator composer) => composer.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true });

    public static ILocator Post(this ILocator composer) => composer.GetByRole(AriaRole.Button, new() { Name = "Post" });

    public static async Task WriteAsync(this ILocator composer, string words)
    {
        await composer.Words().FillAsync(words);
        await composer.Post().ClickAsync();
    }

    /// <summary>Selects, chooses "Comment", writes, posts, and waits until it is among the cards.</summary>
    public static async Task CommentAsync(this Reader reader, string first, string last, string words)
    {
        await reader.SelectAsync(first, last);
        await reader.ChooseAsync("Comment");
        await reader.Composer().WriteAsync(words);
        await Assertions.Expect(reader.Card(words)).ToBeVisibleAsync();
    }

    /// <summary>The card in the margin that holds these words.</summary>
    public static ILocator Card(this Reader reader, string words) => reader.Page.Locator(".margin .card[data-annotation]").Filter(new() { HasText = words });

    /// <summary>Opens the card that holds these words, and answers it as it is then.</summary>
    public static async Task<ILocator> OpenCardAsync(this Reader reader, string words)
    {
        // Its corner: in the middle there may be a link.
        await reader.Card(words).ClickAsync(new() { Position = new() { X = 6, Y = 6 } });
        var open = reader.Page.Locator(".margin .card.on[data-annotation]");
        await Assertions.Expect(open.Locator(".post").First).ToBeVisibleAsync();
        return open;
    }

    /// <summary>A post in an open card, or on a thread's page.</summary>
    public static ILocator Post(this Reader reader, string words) => reader.Page.Locator("[data-comment]").Filter(new() { HasText = words });

    public static Task DoAsync(this ILocator post, string deed) => post.GetByRole(AriaRole.Button, new() { Name = deed, Exact = true }).ClickAsync();

    /// <summary>The words painted under a name, blocks apart.</summary>
    public static Task<string[]> PaintedAsync(this Reader reader, string name) =>
        reader.Page.EvaluateAsync<string[]>("name => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())", name);

    /// <summary>Waits until these words, and no others, are painted so: marks are painted after their cards are there.</summary>
    public static async Task PaintsAsync(this Reader reader, string name, params string[] words)
    {
        var patience = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(5);
        while (!(await reader.PaintedAsync(name)).SequenceEqual(words) && DateTimeOffset.UtcNow < patience)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(words, await reader.PaintedAsync(name));
    }

    /// <summary>The text of the paragraph that has the focus, without what stands beside it.</summary>
    public static Task<string> FocusedWordsAsync(this Reader reader) => reader.Page.EvaluateAsync<string>(
        "() => { const copy = document.activeElement.cloneNode(true); copy.querySelectorAll('[data-aside]').forEach((aside) => aside.remove()); return copy.textContent; }");

    /// <summary>What screen readers were told last.</summary>
    public static ILocator Announced(this Reader reader) => reader.Page.Locator("#live-polite");

    /// <summary>Resolves with the time at which the page shows the words, however the page came by them.</summary>
    public static async Task<DateTimeOffset> SeenAtAsync(this Reader reader, string words)
    {
        var seen = await reader.Page.WaitForFunctionAsync(
            "words => [...document.querySelectorAll('.card[data-annotation], [data-comment], .whole-thread')].some((card) => card.textContent.includes(words)) && Date.now()",
            words,
            new() { PollingInterval = 10 });
        return DateTimeOffset.FromUnixTimeMilliseconds(await seen.JsonValueAsync<long>());
    }
}
