using Microsoft.Playwright;
using StudyGroup.Annotations;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>What a reader does not want to see is neither in the margin nor painted in the text.</summary>
public sealed class FilterTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task The_margin_and_the_text_show_what_is_chosen_and_no_more()
    {
        var (ben, filter) = await MarkedAsync();
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(4);

        await filter.SelectOptionAsync("Questions");
        await Assertions.Expect(Cards(ben)).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Who keeps it")]);
        await PaintsAsync(ben, "mine", 0);
        await PaintsAsync(ben, "heat-1", 1);
        await PaintsAsync(ben, "question", 1);

        await filter.SelectOptionAsync("Mine");
        await Assertions.Expect(Cards(ben)).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("My own")]);
        await filter.SelectOptionAsync("Highlights");
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(1);
        await filter.SelectOptionAsync(Circle.Moderator.Name);
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Under_a_choice_a_long_margin_counts_all_that_is_chosen()
    {
        for (var number = 0; number < 230; number++)
            await World.CommentAsync(Circle, Circle.Moderator, $"Number {number}", $"b{1 + (number % 2 * 2)}", number % 20, (number % 20) + 3, Stop);
        await World.PostAsync(Circle.Ana, new PostComment(Guid.NewGuid(), "Who keeps it?") { Target = Target("b1", 10, 14) with { Kind = AnnotationKind.Question } }, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        var (filter, count) = (ben.Page.GetByLabel("Show", new() { Exact = true }), ben.Page.Locator(".mhead b"));
        await Assertions.Expect(count).ToHaveTextAsync("200 comments around here");

        await filter.SelectOptionAsync(Circle.Moderator.Name);
        await Assertions.Expect(count).ToHaveTextAsync("230 comments");
        await World.CommentAsync(Circle, Circle.Moderator, "One more", "b8", 0, 8, Stop);
        await Assertions.Expect(count).ToHaveTextAsync("231 comments");
        await filter.SelectOptionAsync("Questions");
        await Assertions.Expect(count).ToHaveTextAsync("1 comment");
    }

    [Fact]
    public async Task Everything_is_hidden_and_comes_back_with_one_press()
    {
        var (ben, filter) = await MarkedAsync();
        await Assertions.Expect(ben.Page.Locator("[data-article] .pc").First).ToBeVisibleAsync();

        await filter.SelectOptionAsync("Hide all");
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Page.Locator("[data-article] .pc")).ToHaveCountAsync(0);
        await PaintsAsync(ben, "heat-1", 0);

        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).ClickAsync();
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(4);
        await Assertions.Expect(filter).ToHaveValueAsync("Everyones");
    }

    [Fact]
    public async Task What_was_unread_when_it_was_chosen_stays_while_it_is_read()
    {
        var (ben, filter) = await MarkedAsync();
        await Assertions.Expect(ben.Page.Locator(".card.new")).Not.ToHaveCountAsync(0);
        await filter.SelectOptionAsync("Unread");
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(2);

        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(0);
        await Assertions.Expect(Cards(ben)).ToHaveCountAsync(2);

        await filter.SelectOptionAsync("Everyone's");
        await filter.SelectOptionAsync("Unread");
        await Assertions.Expect(ben.Page.GetByText("Nothing here is of this choice.")).ToBeVisibleAsync();
    }

    // The page paints when it is told to, which is after the cards are there.
    private static async Task PaintsAsync(Reader reader, string name, int pieces) => await reader.Page.WaitForFunctionAsync(
        "([name, pieces]) => (CSS.highlights.get(name)?.size ?? 0) === pieces", new object[] { name, pieces }, new() { PollingInterval = 50, Timeout = 10_000 });

    private static ILocator Cards(Reader reader) => reader.Page.Locator(".margin .card[data-annotation]");

    private async Task<(Reader Ben, ILocator Filter)> MarkedAsync()
    {
        await World.CommentAsync(Circle, Circle.Moderator, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        await World.PostAsync(Circle.Ana, new PostComment(Guid.NewGuid(), "Who keeps it?") { Target = Target("b1", 10, 14) with { Kind = AnnotationKind.Question } }, Stop);
        await World.CommentAsync(Circle, Circle.Ben, "My own.", "b1", 16, 20, Stop);
        await World.Get<AddAnnotationHandler>().HandleAsync(
            new AddAnnotation(Guid.NewGuid(), Circle.GroupId, Circle.ReadingId, AnnotationKind.Highlight, false, new Passage(Circle.EditionId, new TextPoint("b1", 22), new TextPoint("b1", 26))),
            Circle.Moderator.Member,
            Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        return (ben, ben.Page.GetByLabel("Show", new() { Exact = true }));
    }

    private CommentTarget Target(string block, int from, int to) => new(Circle.GroupId)
    {
        ReadingId = Circle.ReadingId,
        Passage = new Passage(Circle.EditionId, new TextPoint(block, from), new TextPoint(block, to)),
    };
}
