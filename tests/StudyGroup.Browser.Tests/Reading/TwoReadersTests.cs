using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

[Collection(nameof(Timed))]
public sealed class TwoReadersTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task What_one_reader_marks_across_two_paragraphs_the_other_sees_and_hears_at_once()
    {
        var (ana, ben) = await BothAsync();

        await ana.SelectAsync("the hour in a book", "who asked for the book.");
        await ana.ChooseAsync("Comment");
        await ana.Composer().Words().FillAsync("Two sentences that need each other.");
        var seen = ben.SeenAtAsync("Two sentences that need each other.");
        var posted = DateTimeOffset.UtcNow;
        await ana.Composer().Post().ClickAsync();
        var took = await seen - posted;
        Say($"Seen after {took.TotalMilliseconds:F0} ms.");

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await Assertions.Expect(ben.Card("Two sentences")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Announced()).ToHaveTextAsync($"New comment by {Circle.Ana.Name}, ¶ 1");
        string[] words = ["the hour in a book, and whoever puts it out writes it again.", "Nobody remembers who asked for the book."];
        await ben.PaintsAsync("heat-1", words);
        await ana.PaintsAsync("mine", words);
    }

    [Fact]
    public async Task A_comment_needs_no_mouse()
    {
        var (ana, ben) = await BothAsync();

        await ana.Page.Keyboard.PressAsync("j");
        await ana.Page.Keyboard.PressAsync("j");
        await ana.Page.Keyboard.PressAsync("k");
        var paragraph = await ana.FocusedWordsAsync();
        await ana.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(ana.Composer().Words()).ToBeFocusedAsync();
        await ana.Page.Keyboard.TypeAsync("Written without a mouse.");
        await ana.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(ben.Card("Written without a mouse.")).ToBeVisibleAsync();
        Assert.Contains("Nobody remembers", paragraph, StringComparison.Ordinal);
        await ben.PaintsAsync("heat-1", paragraph);
    }

    [Fact]
    public async Task A_question_is_shown_as_one()
    {
        var (ana, ben) = await BothAsync();

        await ana.SelectAsync("prices", "on the stairs");
        await ana.ChooseAsync("Ask");
        await ana.Composer().WriteAsync("Whose stairs?");

        await Assertions.Expect(ben.Card("Whose stairs?")).ToContainClassAsync("q");
        await Assertions.Expect(ben.Card("Whose stairs?").GetByText("Question", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(ben.Announced()).ToHaveTextAsync($"New question by {Circle.Ana.Name}, ¶ 3");
        await ben.PaintsAsync("question", "prices, then what people said on the stairs");
        await ana.PaintsAsync("question", "prices, then what people said on the stairs");
    }

    [Fact]
    public async Task A_highlight_needs_no_words()
    {
        var (ana, ben) = await BothAsync();

        await ana.SelectAsync("every ship", "did not come");
        await ana.ChooseAsync("Highlight");

        await Assertions.Expect(ben.Card("every ship that did not come")).ToBeVisibleAsync();
        await ben.PaintsAsync("heat-1", "every ship that did not come");
        await ana.PaintsAsync("mine", "every ship that did not come");
        await Assertions.Expect(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 4: highlighted by 1 member" })).ToBeVisibleAsync();
        await using var db = await World.ReadAsync(Stop);
        Assert.False(await db.Threads().AnyAsync(thread => thread.GroupId == Circle.GroupId, Stop));
    }

    [Fact]
    public async Task A_note_to_oneself_reaches_nobody_else()
    {
        var (ana, ben) = await BothAsync();

        await ana.SelectAsync("Nobody remembers", "asked for the book");
        await ana.ChooseAsync("Comment");
        await ana.Composer().GetByLabel("Only me").CheckAsync();
        await ana.Composer().WriteAsync("I do remember, though.");
        await Assertions.Expect(ana.Card("I do remember")).ToBeVisibleAsync();
        await ana.CommentAsync("Two keepers", "never met", "Everybody may know this.");

        await Assertions.Expect(ben.Card("Everybody may know")).ToBeVisibleAsync();
        await SeesOnlyTheOtherAsync();
        await ben.OpenReadingAsync(Circle);
        await Assertions.Expect(ben.Card("Everybody may know")).ToBeVisibleAsync();
        await SeesOnlyTheOtherAsync();
        Assert.DoesNotContain(ben.Frames, frame => frame.Contains("I do remember", StringComparison.Ordinal));
        Assert.DoesNotContain("I do remember", await ben.Page.ContentAsync(), StringComparison.Ordinal);

        async Task SeesOnlyTheOtherAsync()
        {
            await Assertions.Expect(ben.Page.Locator(".margin .card[data-annotation]")).ToHaveCountAsync(1);
            await ben.PaintsAsync("heat-1", "Two keepers who never met");
        }
    }

    [Fact]
    public async Task A_remark_on_the_whole_text_stands_below_it_for_both()
    {
        var (ana, ben) = await BothAsync();
        var whole = ana.Page.Locator("section.whole");

        await whole.GetByRole(AriaRole.Button, new() { Name = "Comment on the whole reading" }).ClickAsync();
        await whole.Locator("study-composer").WriteAsync("All of it is about the lamp.");

        await Assertions.Expect(ben.Page.Locator(".whole-thread").Filter(new() { HasText = "All of it is about the lamp." })).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.Locator(".whole-thread").Filter(new() { HasText = "All of it is about the lamp." })).ToBeVisibleAsync();
        await Assertions.Expect(whole.Locator("study-composer")).ToHaveCountAsync(0);
    }

    private async Task<(Reader Ana, Reader Ben)> BothAsync()
    {
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        return (ana, ben);
    }
}
