using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Discussion;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Browser.Tests.Walls;

public sealed class HostileTextTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    /// <summary>What must not be in a page whose words other people chose.</summary>
    private const string Alive =
        """
        () => {
          const found = [];
          if (window.__pwned) found.push(`a script ran: ${window.__pwned}`);
          for (const link of document.querySelectorAll('[href], [action], [formaction]')) {
            const address = link.getAttribute('href') ?? link.getAttribute('action') ?? link.getAttribute('formaction');
            if (!['http:', 'https:', 'mailto:'].includes(new URL(address, document.baseURI).protocol)) found.push(`a live address: ${link.outerHTML}`);
          }
          for (const part of document.querySelectorAll('body *')) {
            const handler = [...part.attributes].find(({ name }) => name.startsWith('on'));
            if (handler) found.push(`a live handler: ${part.outerHTML}`);
          }
          for (const part of document.querySelectorAll('iframe, object, embed, body style, .md img, .md form, .md [style], .md [id]')) found.push(`a live part: ${part.outerHTML}`);
          if (document.querySelectorAll('main').length !== 1) found.push('not one main');
          return found;
        }
        """;

    [Fact]
    public async Task Nothing_that_a_comment_says_comes_alive()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, $"For @{Circle.Ben.Name}: {HostileText.Markdown[1]}", "b1", 0, 8, Stop);
        var stored = 1;
        foreach (var words in HostileText.Markdown)
        {
            // What nests too deeply is refused with a sentence; the rest is stored as it is.
            var posted = await World.Get<PostCommentHandler>().HandleAsync(new PostComment(Guid.NewGuid(), words) { ThreadId = first.ThreadId }, Circle.Ana.Member, Stop);
            stored += posted.Succeeded ? 1 : 0;
        }

        Assert.InRange(stored, HostileText.Markdown.Count - 2, HostileText.Markdown.Count + 1);
        await World.CommentAsync(Circle, Circle.Ana, HostileText.Markdown[10], "b4", 0, 8, Stop);
        var ben = await SignedInAsync(Circle.Ben);

        await ben.OpenReadingAsync(Circle);
        await ben.OpenCardAsync("For @");
        await Assertions.Expect(ben.Page.Locator(".card .post")).ToHaveCountAsync(stored);
        await StaysDeadAsync(ben);
        await World.CommentAsync(Circle, Circle.Ana, "Are you still with us?", "b8", 0, 8, Stop);
        await Assertions.Expect(ben.Card("Are you still with us?")).ToBeVisibleAsync();

        await ben.OpenThreadAsync(Circle, first.ThreadId);
        await Assertions.Expect(ben.Page.Locator(".post")).ToHaveCountAsync(stored);
        await StaysDeadAsync(ben);
        await World.ReplyAsync(first, Circle.Ana, "Still here.", Stop);
        await Assertions.Expect(ben.Post("Still here.")).ToBeVisibleAsync();
        Assert.Equal(await SerializedAsync(ben), await SerializedAsync(ben, parsedAgain: true));

        foreach (var address in new[] { "/notifications", Circle.GroupPath, "/" })
        {
            await ben.Page.GotoAsync(address);
            await StaysDeadAsync(ben);
        }
    }

    [Fact]
    public async Task Nothing_comes_alive_in_the_preview_while_it_is_written()
    {
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        await ben.SelectAsync("The lamp", "the pier");
        await ben.ChooseAsync("Comment");

        foreach (var words in HostileText.Markdown.Where(words => words.Length < 500))
        {
            await ben.Composer().Words().FillAsync($"*beginning* {words} *end*");
            await Assertions.Expect(ben.Composer().Locator(".prev em").First).ToHaveTextAsync("beginning");
            await StaysDeadAsync(ben);
            await ben.Composer().Words().FillAsync("");
        }
    }

    [Fact]
    public async Task Nothing_that_a_name_or_a_title_says_comes_alive()
    {
        var hostile = await World.CircleAsync(Stop, Document(), HostileText.Name);
        var remark = await World.CommentAsync(hostile, hostile.Ana, $"Hello @{hostile.Ben.Name}", "b1", 0, 8, Stop);
        await World.ReplyAsync(remark, hostile.Ana, "And again.", Stop);
        var talk = await World.PostAsync(hostile.Ana, new PostComment(Guid.NewGuid(), "Talk.") { Target = new CommentTarget(hostile.GroupId) { Title = HostileText.Name("Talk") } }, Stop);
        var ben = await SignedInAsync(hostile.Ben);
        var ana = await SignedInAsync(hostile.Ana);
        await ana.OpenReadingAsync(hostile);
        var owner = await SignedInAsync(hostile.Owner);

        foreach (var address in new[] { "/", "/library", "/notifications", "/account", hostile.GroupPath, $"{hostile.GroupPath}/members", hostile.ReadingPath, hostile.ThreadPath(remark.ThreadId), hostile.ThreadPath(talk.ThreadId) })
        {
            await ben.Page.GotoAsync(address);
            await Assertions.Expect(ben.Page.Locator("html[data-blazor=started]")).ToBeAttachedAsync();
            await StaysDeadAsync(ben);
        }

        await ben.OpenReadingAsync(hostile);
        await Assertions.Expect(ben.Page.GetByRole(AriaRole.Button, new() { Name = "Who reads now" })).ToBeVisibleAsync();
        await ben.OpenCardAsync("Hello @");
        await StaysDeadAsync(ben);
        await owner.Page.GotoAsync($"{hostile.GroupPath}/members?member={hostile.Ana.Id}");
        await StaysDeadAsync(owner);
        await Assertions.Expect(owner.Page.GetByText(hostile.Ana.Name).First).ToBeVisibleAsync();
    }

    private static async Task StaysDeadAsync(Reader reader)
    {
        var alive = await reader.Page.EvaluateAsync<string[]>(Alive);
        Assert.True(alive.Length == 0, $"{reader.Page.Url}: {string.Join(Environment.NewLine, alive)}");
    }

    /// <summary>The comments as the page holds them; what changes when it is read and written once more was never safe.</summary>
    private static Task<string> SerializedAsync(Reader reader, bool parsedAgain = false) => reader.Page.EvaluateAsync<string>(
        """
        (again) => [...document.querySelectorAll('.post .bd')].map((words) => again ? new DOMParser().parseFromString(`<body>${words.innerHTML}`, 'text/html').body.innerHTML : words.innerHTML).join('\n')
        """,
        parsedAgain);

    private static ImportedDocument Document() => new("hostile.txt", "hash of a hostile text", null,
    [
        new ReadingDraft
        {
            Title = HostileText.Name("Title"),
            Subtitle = HostileText.Name("Subtitle"),
            Authors = [HostileText.Name("Author")],
            Publication = HostileText.Name("Publication"),
            Rights = HostileText.Name("Rights"),
            Blocks = [new BlockDraft(BlockKind.Paragraph, "A quiet beginning."), new BlockDraft(BlockKind.Heading, HostileText.Name("Heading"), null, 2), .. HostileText.Markdown.Select(words => new BlockDraft(BlockKind.Paragraph, words))],
        },
    ]);
}
