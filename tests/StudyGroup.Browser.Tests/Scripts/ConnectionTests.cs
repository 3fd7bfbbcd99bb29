using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class ConnectionTests(Chromium chromium) : ScriptTest(chromium)
{
    /// <summary>Blazor as the handler sees it: its answers to reconnect, one after the other; "throw" for a server that is not there.</summary>
    private const string Start = """
        import * as connection from '/js/connection.js';
        import '/js/composer.js';
        window.loads = performance.now();
        globalThis.Blazor = { tries: 0, answers: [], async reconnect() {
          const answer = this.answers[Math.min(this.tries++, this.answers.length - 1)];
          if (answer === 'throw') throw new Error('not reached');
          return answer;
        } };
        connection.attach(document);
        window.cut = (...answers) => { Blazor.answers = answers; connection.reconnectionHandler.onConnectionDown(); };
        """;

    private ILocator Bar => Page.Locator("#offbar");

    [Fact]
    public async Task A_bar_is_shown_until_the_circuit_is_back_by_itself()
    {
        await OpenAsync(Harness.Page(start: Start));

        await Page.EvaluateAsync("cut('throw', 'throw', true)");
        await Assertions.Expect(Bar).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#live-assertive")).ToHaveTextAsync("Connection lost. You can keep reading and writing.");

        await Assertions.Expect(Bar).ToBeHiddenAsync(new() { Timeout = 10_000 });
        Assert.Equal(3, await Page.EvaluateAsync<int>("Blazor.tries"));
    }

    [Fact]
    public async Task Try_now_ends_the_wait()
    {
        await OpenAsync(Harness.Page(start: Start));
        await Page.EvaluateAsync("cut('throw', 'throw', 'throw', 'throw', 'throw', true)");

        for (var press = 0; press < 6; press++)
        {
            await Page.WaitForTimeoutAsync(150);
            await Page.EvaluateAsync("document.querySelector('#offbar-retry').click()");
        }

        await Assertions.Expect(Bar).ToBeHiddenAsync(new() { Timeout = 1_500 });
    }

    [Fact]
    public async Task A_circuit_that_is_gone_reloads_the_page_at_the_same_place()
    {
        await OpenAsync(Harness.Page(more: 40, start: Start));
        await Page.EvaluateAsync("document.querySelector('#b-30').scrollIntoView({ block: 'start' })");
        var before = await Page.Locator("#b-30").EvaluateAsync<double>("block => block.getBoundingClientRect().top");

        await ReloadByAsync("cut(false)");

        await Page.WaitForFunctionAsync("history.state && !history.state.place && scrollY > 0");
        Assert.Equal(before, await Page.Locator("#b-30").EvaluateAsync<double>("block => block.getBoundingClientRect().top"), 3.0);
    }

    [Fact]
    public async Task An_unsaved_draft_is_saved_before_the_page_reloads()
    {
        var down = true;
        Site.OnDraft = _ => down ? Results.StatusCode(503) : null;
        await OpenAsync(Harness.Page(start: Start).Replace("</main>", "<study-composer data-key=\"k\" data-thread=\"t\"></study-composer></main>", StringComparison.Ordinal));
        var text = Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true });
        await text.FillAsync("Written while the server restarts.");
        await Page.EvaluateAsync("window.mark = 'first page'");

        await Page.EvaluateAsync("cut(false)");
        await Page.WaitForTimeoutAsync(4_000);
        Assert.Equal("first page", await Page.EvaluateAsync<string>("window.mark"));
        down = false;
        await Page.WaitForFunctionAsync("window.mark === undefined", null, new() { Timeout = 30_000 });

        await Assertions.Expect(text).ToHaveValueAsync("Written while the server restarts.");
    }

    [Fact]
    public async Task Who_is_signed_out_is_sent_to_sign_in_and_back()
    {
        Site.OnSession = () => Results.StatusCode(401);
        await OpenAsync(Harness.Page(start: Start));

        await Page.EvaluateAsync("() => { cut(false); }");

        await Page.WaitForFunctionAsync("location.pathname === '/account/sign-in' && location.search === '?returnUrl=%2F'");
    }

    private async Task ReloadByAsync(string script)
    {
        await Page.EvaluateAsync("window.mark = 'first page'");
        await Page.EvaluateAsync($"() => {{ {script}; }}");
        await Page.WaitForFunctionAsync("window.mark === undefined");
    }
}
