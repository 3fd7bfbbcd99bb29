using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Discussion;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups.LiveSessions;

namespace StudyGroup.Browser.Tests.Accessibility;

/// <summary>A page, in the state in which it is looked at.</summary>
public sealed record LookedAt(string Name, Func<Reader, Task> OpenAsync)
{
    /// <summary>Fills the circle with threads and lists its pages; that of the reading also with an open card and with an open composer.</summary>
    public static async Task<IReadOnlyList<LookedAt>> InAsync(Circle circle, World world, CancellationToken cancellationToken)
    {
        var first = await world.CommentAsync(circle, circle.Ben, $"A remark with *weight*, a [link](https://example.org/) and @{circle.Ana.Name}.", "b1", 0, 8, cancellationToken);
        await world.ReplyAsync(first, circle.Ana, "An answer to it. See ¶2.", cancellationToken);
        await world.ReplyAsync(first, circle.Moderator, "> quoted words\n\nAnd a second one.", cancellationToken);
        await world.CommentAsync(circle, circle.Moderator, "Something further down.", "b4", 4, 20, cancellationToken);
        var further = await world.CommentAsync(circle, circle.Moderator, "Something under the heading.", "b8", 4, 20, cancellationToken);
        return
        [
            At("home", "/"),
            At("library", "/library"),
            At("group", circle.GroupPath),
            new("reading", reader => reader.OpenReadingAsync(circle)),
            new("reading with what waits for one's own note", reader => OpenClosedAsync(reader, circle, world, cancellationToken)),
            new("reading with an open card", reader => OpenCardAsync(reader, circle)),
            new("reading with an open composer", reader => OpenComposerAsync(reader, circle)),
            new("thread", reader => reader.OpenThreadAsync(circle, first.ThreadId)),
            At("members", $"{circle.GroupPath}/members"),
            At("notebook", $"{circle.GroupPath}/notebook"),
            At("notifications", "/notifications"),
            At("account", "/account"),
            new("reading in a live session", reader => OpenSessionAsync(reader, circle, world, cancellationToken)),
            At("thread that waits", $"{circle.GroupPath}/threads/{further.ThreadId}"),
        ];
    }

    private static LookedAt At(string name, string address) => new(name, reader => reader.Page.GotoAsync(address));

    private static async Task OpenCardAsync(Reader reader, Circle circle)
    {
        await reader.OpenReadingAsync(circle);
        if (reader.Page.ViewportSize is { Width: < 960 })
            await reader.Page.Locator("#b1 .pc").ClickAsync();
        await reader.OpenCardAsync("A remark with weight");
    }

    private static async Task OpenClosedAsync(Reader reader, Circle circle, World world, CancellationToken cancellationToken)
    {
        await world.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(circle.GroupId, circle.ReadingId, IsOn: true), circle.Moderator.Member, cancellationToken);
        await reader.OpenReadingAsync(circle);
        if (reader.Page.ViewportSize is { Width: < 960 })
            await reader.Page.Locator("#b6 .pc").ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".card.waiting")).ToBeVisibleAsync();
    }

    private static async Task OpenSessionAsync(Reader reader, Circle circle, World world, CancellationToken cancellationToken)
    {
        // Looked at once more in another width, it runs already.
        var started = await world.Get<StartLiveSessionHandler>().HandleAsync(new StartLiveSession(circle.GroupId, circle.ReadingId, "b2"), circle.Moderator.Member, cancellationToken);
        if (started.Succeeded)
        {
            foreach (var member in new[] { circle.Ben, circle.Owner })
                await world.Get<RaiseHandHandler>().HandleAsync(new RaiseHand(started.Value, IsUp: true), member.Member, cancellationToken);
            await world.Get<CallNextSpeakerHandler>().HandleAsync(new CallNextSpeaker(started.Value, Version: 0), circle.Moderator.Member, cancellationToken);
        }

        await reader.OpenReadingAsync(circle, "?live=1");
        await Assertions.Expect(reader.Page.Locator(".session-bar").GetByRole(AriaRole.Button, new() { NameRegex = new("^(Step aside|Beiseitetreten)$") })).ToBeVisibleAsync();
        if (reader.Page.ViewportSize is { Width: < 1200 })
            await reader.Page.Locator(".session-toggle").DispatchEventAsync("click");
        await Assertions.Expect(reader.Page.Locator(".session-turn")).ToBeVisibleAsync();
    }

    private static async Task OpenComposerAsync(Reader reader, Circle circle)
    {
        await reader.OpenReadingAsync(circle);
        await reader.Page.Locator("#b2").FocusAsync();
        await reader.Page.Keyboard.PressAsync("c");
        await reader.Composer().Words().PressSequentiallyAsync("Some *words*");
        await Assertions.Expect(reader.Composer().GetByText("Preview")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Composer().GetByText("Draft saved")).ToBeVisibleAsync();
    }
}
