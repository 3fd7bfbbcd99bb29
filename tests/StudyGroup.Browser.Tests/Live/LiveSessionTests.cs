using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Live;

[Collection(nameof(Timed))]
public sealed class LiveSessionTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private static BrowserNewContextOptions Still => new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1440, Height = 500 } };

    protected override bool NeedsOwnProgram => true;

    protected override (string Key, string Value)[] Settings => [("LiveSessions:AwaySeconds", "2")];

    [Fact]
    public async Task Everybody_is_brought_to_the_same_paragraph_within_a_second_but_who_has_stepped_aside()
    {
        var (magnus, ana, ben) = await TogetherAsync();
        await magnus.Button("Next paragraph for everyone").ClickAsync();
        var took = await new[] { magnus, ana, ben }.UntilLedToAsync("b2");
        Say($"Together after {took.TotalMilliseconds:F0} ms.");
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1));

        await ana.Page.Mouse.MoveAsync(700, 250);
        await ana.Page.Mouse.WheelAsync(0, 2_500);
        var back = ana.Button($"Back to {Circle.Moderator.Name}, ¶ 2");
        await Assertions.Expect(back).ToBeVisibleAsync();
        var where = await ana.Page.EvaluateAsync<int>("Math.round(scrollY)");
        await magnus.Page.Keyboard.PressAsync("j");
        await new[] { magnus, ben }.UntilLedToAsync("b3");
        await Assertions.Expect(ana.Page.Locator("#b3.led")).ToBeAttachedAsync();
        await Assertions.Expect(ana.Led()).Not.ToBeInViewportAsync();
        Assert.InRange(await ana.Page.EvaluateAsync<int>("Math.round(scrollY)"), where - 100, where + 100);

        await ana.Button($"Back to {Circle.Moderator.Name}, ¶ 3").ClickAsync();
        await Assertions.Expect(ana.Led()).ToBeInViewportAsync();
        await magnus.Page.Locator("#b9").ScrollIntoViewIfNeededAsync();
        await magnus.Page.Locator("#b9").ClickAsync();
        await magnus.Page.Keyboard.PressAsync("b");
        await new[] { magnus, ana, ben }.UntilLedToAsync("b9");
    }

    [Fact]
    public async Task Hands_go_up_in_order_and_turns_are_timed_for_everybody_alike_also_for_who_reloads_or_comes_late()
    {
        var (magnus, ana, ben) = await TogetherAsync();
        await ben.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(magnus.Waiting()).ToHaveTextAsync([Circle.Ben.Name]);
        await ana.Button("Raise hand").ClickAsync();
        await Assertions.Expect(magnus.Waiting()).ToHaveTextAsync([Circle.Ben.Name, Circle.Ana.Name]);
        await Assertions.Expect(ana.Page.GetByText("You are number 2 in the queue.")).ToBeVisibleAsync();

        await magnus.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(ana.Speaker()).ToHaveTextAsync(Circle.Ben.Name);
        await Assertions.Expect(ben.Announced()).ToHaveTextAsync("You have the word.");
        await magnus.Button("Add 5 min").ClickAsync();
        await Assertions.Expect(ana.Timer()).ToContainTextAsync("6:");
        await ben.Page.ReloadAsync();
        await ben.UntilInSessionAsync();
        var odile = await SignedInAsync(Circle.Owner, Still);
        await odile.JoinAsync(Circle);
        await Assertions.Expect(odile.Waiting()).ToHaveTextAsync([Circle.Ana.Name]);
        await new[] { odile, ben }.UntilLedToAsync("b1");
        await Assertions.Expect(ben.Button("I am done")).ToBeVisibleAsync();
        var left = await Task.WhenAll(magnus.SecondsLeftAsync(), ana.SecondsLeftAsync(), ben.SecondsLeftAsync(), odile.SecondsLeftAsync());
        Assert.InRange(left.Max() - left.Min(), 0, 1);

        await magnus.Button("Pause").ClickAsync();
        await Assertions.Expect(magnus.Button("Go on")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Button("Step aside")).ToBeVisibleAsync();
        var paused = await magnus.SecondsLeftAsync();
        await ben.Button("I am done").ClickAsync();
        await Assertions.Expect(ana.Page.GetByText("Nobody has the word.")).ToBeVisibleAsync();
        Assert.InRange(paused, 300, 420);
    }

    [Fact]
    public async Task When_who_leads_has_gone_a_moderator_leads_on_and_everybody_is_told()
    {
        var (magnus, ana, _) = await TogetherAsync();
        var odile = await SignedInAsync(Circle.Owner, Still);
        await odile.JoinAsync(Circle);
        await Assertions.Expect(odile.Button("Take over")).ToHaveCountAsync(0);

        await magnus.Page.CloseAsync();
        await odile.Button("Take over").ClickAsync(new() { Timeout = 20_000 });

        await Assertions.Expect(odile.Button("Next speaker")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Bar()).ToContainTextAsync($"You are following {Circle.Owner.Name}");
        await Assertions.Expect(ana.Announced()).ToHaveTextAsync($"{Circle.Owner.Name} leads the live session now.");
        await odile.Button("Next paragraph for everyone").ClickAsync();
        await new[] { ana, odile }.UntilLedToAsync("b2");
    }

    [Fact]
    public async Task It_outlives_the_program_in_the_middle_of_a_turn()
    {
        var (magnus, ana, ben) = await TogetherAsync();
        foreach (var reader in new[] { magnus, ana, ben })
            reader.ForgiveLostLines();
        await ben.Page.Keyboard.PressAsync("r");
        await ana.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(magnus.Waiting()).ToHaveCountAsync(2);
        await magnus.Button("Next speaker").ClickAsync();
        await Assertions.Expect(ana.Speaker()).ToBeVisibleAsync();

        await App.KillAsync();
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await App.StartAgainAsync(Stop);

        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await ana.UntilInSessionAsync();
        await Assertions.Expect(ana.Speaker()).ToBeVisibleAsync();
        await Assertions.Expect(ana.Waiting()).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Button("Step aside")).ToBeVisibleAsync();
        Assert.InRange(await ana.SecondsLeftAsync(), 1, 120);
    }

    [Fact]
    public async Task The_page_of_the_group_leads_to_it_until_it_ends()
    {
        var (magnus, ana, _) = await TogetherAsync();
        await ana.Page.GotoAsync(Circle.GroupPath);
        await ana.Page.Locator(".live-now").GetByRole(AriaRole.Link).ClickAsync();
        await ana.UntilInSessionAsync();
        await Assertions.Expect(ana.Button("Step aside")).ToBeVisibleAsync();

        await magnus.Button("End session").ClickAsync();
        await magnus.Page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();

        await Assertions.Expect(ana.Bar()).ToContainTextAsync("The live session has ended.");
        await Assertions.Expect(ana.Led()).ToHaveCountAsync(0);
        await ana.Button("Close").ClickAsync();
        await Assertions.Expect(ana.Bar()).ToHaveCountAsync(0);
        await ana.Page.GotoAsync(Circle.GroupPath);
        await Assertions.Expect(ana.Page.Locator(".live-now")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_session_nothing_of_it_is_loaded()
    {
        var ana = await SignedInAsync(Circle.Ana, Still);
        var asked = new List<string>();
        ana.Page.Request += (_, request) => asked.Add(request.Url);

        await ana.OpenReadingAsync(Circle);

        await Assertions.Expect(ana.Page.Locator(".session")).ToHaveCountAsync(0);
        Assert.Contains(asked, address => address.Contains("MarginIsland", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, address => address.Contains("LiveSession", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_an_open_card_the_key_of_the_hand_answers_as_always()
    {
        await World.CommentAsync(Circle, Circle.Ben, "Who lights it?", "b1", 0, 8, Stop);
        var (magnus, ana, _) = await TogetherAsync();
        await ana.OpenCardAsync("Who lights it?");

        await ana.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(ana.Page.Locator(".card.on study-composer textarea")).ToBeFocusedAsync();
        await Assertions.Expect(magnus.Waiting()).ToHaveCountAsync(0);

        await ana.Page.Locator(".card.on .card-close").ClickAsync();
        await Assertions.Expect(ana.Page.Locator(".card.on")).ToHaveCountAsync(0);
        await ana.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(magnus.Waiting()).ToHaveTextAsync([Circle.Ana.Name]);
    }

    private async Task<(Reader Magnus, Reader Ana, Reader Ben)> TogetherAsync()
    {
        var magnus = await SignedInAsync(Circle.Moderator, Still);
        var ana = await SignedInAsync(Circle.Ana, Still);
        var ben = await SignedInAsync(Circle.Ben, Still);
        foreach (var reader in new[] { magnus, ana, ben })
            await reader.OpenReadingAsync(Circle);
        await magnus.StartSessionAsync();
        foreach (var reader in new[] { ana, ben })
        {
            await reader.UntilInSessionAsync();
            await reader.Button("Follow").ClickAsync();
            await Assertions.Expect(reader.Button("Step aside")).ToBeVisibleAsync();
        }

        return (magnus, ana, ben);
    }
}
