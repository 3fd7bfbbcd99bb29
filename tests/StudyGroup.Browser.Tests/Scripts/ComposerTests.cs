using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class ComposerTests(Chromium chromium) : ScriptTest(chromium)
{
    protected override BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 1440, Height = 900 }, Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Text => Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true });

    private ILocator Post => Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true });

    [Fact]
    public async Task A_comment_is_posted_to_its_thread_with_the_token_of_the_page()
    {
        await OpenComposerAsync("data-thread=\"t-9\" data-parent=\"c-3\"");

        await Text.FillAsync("I read it the other way.");
        await Post.ClickAsync();
        await Assertions.Expect(Text).ToHaveValueAsync("");

        var sent = Assert.Single(Site.RequestsTo("POST", "/discussion/comments"));
        Assert.Equal(("t-9", "c-3", "I read it the other way.", "group"), (sent.Text("threadId"), sent.Text("parentId"), sent.Text("markdown"), sent.Text("visibility")));
        Assert.True(Guid.TryParse(sent.Text("key"), out _));
        Assert.Equal("token-of-this-page", sent.Token);
        Assert.Equal("t-1", await Page.EvaluateAsync<string>("window.posted.threadId"));
    }

    [Fact]
    public async Task A_server_that_fails_gets_the_same_key_until_it_answers()
    {
        Site.OnPost = attempt => attempt < 3 ? Results.StatusCode(503) : Results.Json(new { id = "c-1", threadId = "t-1", sequence = 7 });
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.FillAsync("Once, please.");
        await Text.PressAsync("Control+Enter");
        await Assertions.Expect(Page.GetByText("Not sent yet.")).ToBeVisibleAsync();
        await Assertions.Expect(Text).ToHaveValueAsync("", new() { Timeout = 15_000 });

        var sent = Site.RequestsTo("POST", "/discussion/comments");
        Assert.Equal(3, sent.Count);
        Assert.Single(sent.Select(request => request.Text("key")).Distinct());
    }

    [Fact]
    public async Task A_line_that_is_cut_gets_the_same_key_when_it_is_back()
    {
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.FillAsync("Through the tunnel.");
        await Context.SetOfflineAsync(true);
        await Post.ClickAsync();
        await Assertions.Expect(Page.GetByText("Not sent yet.")).ToBeVisibleAsync();
        await Context.SetOfflineAsync(false);
        await Assertions.Expect(Text).ToHaveValueAsync("", new() { Timeout = 15_000 });

        Assert.Single(Site.RequestsTo("POST", "/discussion/comments"));
    }

    [Fact]
    public async Task A_refusal_says_why_and_keeps_the_text()
    {
        Site.OnPost = _ => Results.Json(new { code = "locked", message = "This thread is locked." }, statusCode: 409);
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.FillAsync("Too late.");
        await Post.ClickAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Not sent: This thread is locked." })).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Copy text" })).ToBeVisibleAsync();
        await Assertions.Expect(Text).ToHaveValueAsync("Too late.");
    }

    [Fact]
    public async Task A_text_that_changed_after_a_refusal_is_another_request()
    {
        Site.OnPost = attempt => attempt == 1 ? Results.Json(new { code = "invalid", message = "No." }, statusCode: 400) : Results.Json(new { id = "c-1" });
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.FillAsync("First.");
        await Post.ClickAsync();
        await Assertions.Expect(Page.GetByText("Not sent: No.")).ToBeVisibleAsync();
        await Text.FillAsync("Second.");
        await Post.ClickAsync();
        await Assertions.Expect(Text).ToHaveValueAsync("");

        Assert.Equal(2, Site.RequestsTo("POST", "/discussion/comments").Select(request => request.Text("key")).Distinct().Count());
    }

    [Fact]
    public async Task Who_is_signed_out_is_told_and_keeps_the_text()
    {
        Site.OnPost = _ => Results.StatusCode(401);
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.FillAsync("Still here.");
        await Post.ClickAsync();

        await Assertions.Expect(Page.GetByText("You are signed out.").First).ToBeVisibleAsync();
        await Assertions.Expect(Text).ToHaveValueAsync("Still here.");
    }

    [Fact]
    public async Task An_edit_is_sent_with_the_version_it_started_from()
    {
        await OpenComposerAsync("data-comment=\"c-5\" data-version=\"4\" data-markdown=\"As it was\"");

        await Assertions.Expect(Text).ToHaveValueAsync("As it was");
        await Text.FillAsync("As it is");
        await Post.ClickAsync();
        await UntilAsync(() => Site.RequestsTo("PUT", "/discussion/comments/c-5").Count == 1);

        var sent = Site.RequestsTo("PUT", "/discussion/comments/c-5")[0].Body;
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["markdown"] = "As it is", ["version"] = 4 }, sent));
    }

    [Fact]
    public async Task A_new_passage_can_become_a_question_for_its_author_alone()
    {
        const string target = """{"groupId":"g","readingId":"r","kind":"comment","passage":{"editionId":"e","start":{"block":"b-3","offset":0},"end":{"block":"b-3","offset":2}}}""";
        await OpenComposerAsync($"data-target='{target}' data-quote=\"He\"");

        await Page.GetByText("Question").ClickAsync();
        await Page.GetByLabel("Only me").CheckAsync();
        await Text.FillAsync("Who is he?");
        await Post.ClickAsync();
        await UntilAsync(() => Site.RequestsTo("POST", "/discussion/comments").Count == 1);

        var sent = Site.RequestsTo("POST", "/discussion/comments")[0];
        Assert.Equal("private", sent.Text("visibility"));
        Assert.Equal("question", sent.Body?["target"]?["kind"]?.GetValue<string>());
        Assert.Equal("b-3", sent.Body?["target"]?["passage"]?["start"]?["block"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_paste_of_five_megabytes_is_kept_counted_and_not_sent()
    {
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Page.EvaluateAsync("navigator.clipboard.writeText('every word of a very long book, again and again '.repeat(105_000))");
        await Text.FocusAsync();
        await Page.Keyboard.PressAsync("Control+v");

        await Assertions.Expect(Page.GetByText("Too long by 5,030,000 characters")).ToBeVisibleAsync();
        await Assertions.Expect(Post).ToBeDisabledAsync();
        Assert.Equal(5_040_000, await Text.EvaluateAsync<int>("text => text.value.length"));
    }

    [Fact]
    public async Task Markdown_is_previewed_by_the_server()
    {
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.FillAsync("plain words");
        await Assertions.Expect(Page.GetByText("Preview")).ToBeHiddenAsync();
        await Text.FillAsync("some *emphasis*");

        await Assertions.Expect(Page.Locator(".prev em")).ToHaveTextAsync("by the server");
    }

    [Fact]
    public async Task Others_hear_of_typing_at_most_every_three_seconds()
    {
        await OpenComposerAsync("data-thread=\"t-9\"");

        await Text.PressSequentiallyAsync("quickly written");

        Assert.Equal(1, await Page.EvaluateAsync<int>("window.typed"));
    }

    private async Task OpenComposerAsync(string attributes)
    {
        const string start = """
            import '/js/composer.js';
            window.typed = 0;
            addEventListener('composer:posted', ({ detail }) => { window.posted = detail; });
            addEventListener('composer:typing', () => { window.typed++; });
            """;
        await OpenAsync(Harness.Page(start: start).Replace("<div class=\"own\"></div>", "", StringComparison.Ordinal)
            .Replace("</main>", $"<study-composer data-key=\"place of this test\" {attributes}></study-composer></main>", StringComparison.Ordinal));
    }
}
