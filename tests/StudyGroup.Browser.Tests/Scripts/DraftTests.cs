using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class DraftTests(Chromium chromium) : ScriptTest(chromium)
{
    private const string Key = "reading b-1:0 b-1:4";
    private const string Address = "/discussion/drafts/";

    private ILocator Text => Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true });

    [Fact]
    public async Task A_draft_is_saved_a_second_after_a_pause_with_growing_numbers()
    {
        await OpenComposerAsync();

        await Text.PressSequentiallyAsync("One ");
        await Assertions.Expect(Page.GetByText("Draft saved")).ToBeVisibleAsync();
        await Text.PressSequentiallyAsync("two");
        await UntilAsync(() => Site.RequestsTo("PUT", Address).Count == 2);

        var saved = Site.RequestsTo("PUT", Address);
        Assert.Equal(["One ", "One two"], saved.Select(request => request.Text("markdown")));
        Assert.True(saved[1].Body?["sequence"]?.GetValue<long>() > saved[0].Body?["sequence"]?.GetValue<long>());
        Assert.Equal("t-9", saved[0].Body?["target"]?["threadId"]?.GetValue<string>());
        Assert.Equal("token-of-this-page", saved[0].Token);
    }

    [Fact]
    public async Task A_save_that_fails_is_repeated_and_the_text_is_said_to_be_unsaved()
    {
        Site.OnDraft = attempt => attempt <= 3 ? Results.StatusCode(500) : null;
        await OpenComposerAsync();

        await Text.FillAsync("Hold on to this.");
        await Assertions.Expect(Page.GetByText("Not saved yet, kept in this page")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("Draft saved")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        Assert.Equal(Enumerable.Repeat("Hold on to this.", 4), Site.RequestsTo("PUT", Address).Select(request => request.Text("markdown")));
    }

    [Fact]
    public async Task What_the_server_kept_is_there_again_and_saved_over_with_a_higher_number()
    {
        Site.Keep(Key, "From yesterday.", sequence: 8_000_000_000_000);
        await OpenComposerAsync();

        await Assertions.Expect(Text).ToHaveValueAsync("From yesterday.");
        await Text.PressSequentiallyAsync(" And today.");
        await UntilAsync(() => Site.RequestsTo("PUT", Address).Count == 1);

        Assert.True(Site.RequestsTo("PUT", Address)[0].Body?["sequence"]?.GetValue<long>() > 8_000_000_000_000);
    }

    [Fact]
    public async Task A_posted_text_leaves_no_draft()
    {
        await OpenComposerAsync();

        await Text.FillAsync("Said and done.");
        await Assertions.Expect(Page.GetByText("Draft saved")).ToBeVisibleAsync();
        await Text.PressAsync("Control+Enter");
        await UntilAsync(() => Site.RequestsTo("PUT", Address).Count == 2);

        Assert.Equal("", Site.RequestsTo("PUT", Address)[1].Text("markdown"));
    }

    [Fact]
    public async Task No_save_of_a_text_that_is_being_sent_counts_as_newer_than_the_post()
    {
        Site.OnPost = _ => Site.RequestsTo("PUT", Address).Count == 0 ? Results.StatusCode(503) : Results.Json(new { id = "c-1", threadId = "t-1", sequence = 7 });
        await OpenComposerAsync();

        await Text.FillAsync("Said at once.");
        await Text.PressAsync("Control+Enter");
        await UntilAsync(() => Site.RequestsTo("PUT", Address).Count == 2);

        var numbers = Site.RequestsTo("PUT", Address).Select(request => request.Body?["sequence"]?.GetValue<long>()).ToList();
        Assert.All(Site.RequestsTo("POST", "/discussion/comments"), post => Assert.Equal(numbers[0], post.Body?["draftSequence"]?.GetValue<long>()));
        Assert.Equal(["Said at once.", ""], Site.RequestsTo("PUT", Address).Select(request => request.Text("markdown")));
        Assert.True(numbers[1] > numbers[0]);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_storage_of_the_browser()
    {
        await OpenComposerAsync();

        await Text.FillAsync("For nobody's eyes.");
        await Assertions.Expect(Page.GetByText("Draft saved")).ToBeVisibleAsync();

        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Empty(await Page.EvaluateAsync<string[]>("indexedDB.databases().then((all) => all.map(({ name }) => name))"));
    }

    [Fact]
    public async Task Closing_the_tab_with_an_unsaved_draft_asks_first()
    {
        Site.OnDraft = _ => Results.StatusCode(500);
        await OpenComposerAsync();
        var asked = new TaskCompletionSource<string>();
        Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };

        await Text.ClickAsync();
        await Text.PressSequentiallyAsync("Not yet safe.");
        await Page.CloseAsync(new() { RunBeforeUnload = true });

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_composer_that_is_drawn_anew_keeps_the_text_and_the_caret()
    {
        await OpenComposerAsync();

        await Text.PressSequentiallyAsync("Half a tho");
        await Page.EvaluateAsync("() => { const old = document.querySelector('study-composer'); const fresh = old.cloneNode(false); old.replaceWith(fresh); }");

        await Assertions.Expect(Text).ToHaveValueAsync("Half a tho");
        await Assertions.Expect(Text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_text_over_the_limit_is_not_sent_as_a_draft()
    {
        await OpenComposerAsync();

        await Text.FillAsync(new string('x', 10_001));
        await Assertions.Expect(Page.GetByText("Too long by 1 characters")).ToBeVisibleAsync();
        await Page.WaitForTimeoutAsync(1_500);

        Assert.Empty(Site.RequestsTo("PUT", Address));
    }

    private Task OpenComposerAsync() =>
        OpenAsync(Harness.Page(start: "import '/js/composer.js';")
            .Replace("</main>", $"<study-composer data-key=\"{Key}\" data-thread=\"t-9\"></study-composer></main>", StringComparison.Ordinal));
}
