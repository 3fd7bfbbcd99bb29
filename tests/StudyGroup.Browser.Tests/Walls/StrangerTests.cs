using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Walls;

/// <summary>Zoe is a member elsewhere, and has no business in the circle.</summary>
public sealed partial class StrangerTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_page_of_another_group_answers_like_a_page_that_never_was()
    {
        var posted = await World.CommentAsync(Circle, Circle.Ana, $"Only for {Circle.Canary}.", "b1", 0, 8, Stop);
        var elsewhere = await World.CircleAsync(Stop);
        var zoe = await SignedInAsync(elsewhere.Ana);
        var nothing = Guid.NewGuid();
        (string Real, string Invented)[] addresses =
        [
            (Circle.GroupPath, "/groups/never-was"),
            ($"{Circle.GroupPath}/members", "/groups/never-was/members"),
            ($"{Circle.GroupPath}/moderation", "/groups/never-was/moderation"),
            (Circle.ReadingPath, "/groups/never-was/readings/never-was"),
            ($"{elsewhere.GroupPath}/readings/{Circle.ReadingSlug}", $"{elsewhere.GroupPath}/readings/never-was"),
            (Circle.ThreadPath(posted.ThreadId), $"/groups/never-was/threads/{nothing}"),
            (elsewhere.ThreadPath(posted.ThreadId), elsewhere.ThreadPath(nothing)),
        ];

        foreach (var (real, invented) in addresses)
        {
            var (status, body) = await AskAsync(zoe, real);
            var expected = await AskAsync(zoe, invented);
            Assert.Equal(404, expected.Status);
            Assert.Equal(404, status);
            Assert.Equal(expected.Body, body);
            Assert.DoesNotContain(Circle.Canary, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Not_one_word_of_the_circle_reaches_a_member_elsewhere()
    {
        var elsewhere = await World.CircleAsync(Stop);
        var zoe = await SignedInAsync(elsewhere.Ana);
        zoe.Forgive("status of 404");
        var bodies = new ConcurrentQueue<Task<string>>();
        zoe.Context.Response += (_, response) => bodies.Enqueue(BodyOfAsync(response));
        await zoe.OpenReadingAsync(elsewhere);
        var feed = await zoe.Context.NewPageAsync();
        await feed.GotoAsync("/notifications");
        var heard = await EavesdropAsync(feed);
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);

        await ana.CommentAsync("The lamp", "the pier", $"Between us of {Circle.Canary}.");
        var posted = await World.CommentAsync(Circle, Circle.Ana, $"{Circle.Canary} says hello to @{elsewhere.Ana.Name}.", "b4", 0, 8, Stop);
        await Assertions.Expect(ana.Card($"{Circle.Canary} says hello")).ToBeVisibleAsync();
        foreach (var address in new[] { "/", "/library", "/notifications", elsewhere.GroupPath, $"/search?q={Circle.Canary}" })
            await zoe.Page.GotoAsync(address);
        foreach (var address in new[] { Circle.ReadingPath, Circle.ThreadPath(posted.ThreadId), $"{Circle.GroupPath}/members" })
        {
            await zoe.OpenReadingAsync(elsewhere);
            await zoe.Page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
            await Assertions.Expect(zoe.Page.GetByRole(AriaRole.Heading, new() { Name = "This page is not here" })).ToBeVisibleAsync();
        }

        Assert.Equal(2, heard.Split("not-found").Length - 1);
        Assert.NotEmpty(zoe.Frames);
        Assert.DoesNotContain(zoe.Frames, frame => frame.Contains(Circle.Canary, StringComparison.Ordinal));
        var all = await Task.WhenAll(bodies);
        Assert.Contains(all, body => body.Contains(elsewhere.Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(all, body => body.Contains(Circle.Canary, StringComparison.Ordinal));
        await Assertions.Expect(feed.Locator("a.bell .count")).ToHaveCountAsync(0);
    }

    /// <summary>Asks the hub for the circle's topics, with the cookie of the page, and leaves the socket open.</summary>
    /// <returns>What the hub answered.</returns>
    private Task<string> EavesdropAsync(IPage page) => page.EvaluateAsync<string>(
        """
        ([group, reading]) => new Promise((resolve) => {
          const socket = new WebSocket(`ws://${location.host}/hubs/discussion`);
          const end = String.fromCharCode(30);
          let heard = '';
          const send = (message) => socket.send(JSON.stringify(message) + end);
          socket.onopen = () => {
            send({ protocol: 'json', version: 1 });
            send({ type: 1, invocationId: 'first', target: 'Watch', arguments: [`group/${group}`, 0] });
            send({ type: 1, invocationId: 'second', target: 'Watch', arguments: [`reading/${group}/${reading}`, 0] });
          };
          socket.onclose = () => resolve(heard);
          socket.onmessage = ({ data }) => {
            heard += data;
            if (heard.includes('first') && heard.includes('second')) resolve(heard);
          };
        })
        """,
        new[] { Circle.GroupId.ToString(), Circle.ReadingId.ToString() });

    private static async Task<(int Status, string Body)> AskAsync(Reader reader, string address)
    {
        var answer = await reader.Context.APIRequest.GetAsync(address, new() { Headers = [new("Accept", "text/html")] });
        return (answer.Status, Tokens().Replace(await answer.TextAsync(), "…").Replace(address, "…", StringComparison.Ordinal));
    }

    private static async Task<string> BodyOfAsync(IResponse response)
    {
        try
        {
            // A page says its own address back, and who asks for a name by its address knows that name.
            var body = await response.TextAsync().WaitAsync(Patience);
            return new Uri(response.Url) is { PathAndQuery: { Length: > 1 } asked } ? body.Replace(asked, "", StringComparison.Ordinal).Replace(Uri.UnescapeDataString(asked), "", StringComparison.Ordinal) : body;
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            // Redirects and sockets have no body, and that of a page which was left before it came never comes.
            return "";
        }
    }

    // Protected data, whatever it is for, begins with the same letters; Blazor numbers what it prerendered.
    [GeneratedRegex(@"CfDJ8(?:[A-Za-z0-9_+/=-]|\\u00[0-9A-F]{2})+|""prerenderId"":""[0-9a-f]+""", RegexOptions.NonBacktracking)]
    private static partial Regex Tokens();
}
