using System.Reflection;
using System.Text.Json;
using StudyGroup.Discussion.Sections;
using StudyGroup.Web.Realtime;
using Xunit;

namespace StudyGroup.Web.Tests.Realtime;

/// <summary>Own note first, at the hub: neither what is pushed nor what was missed holds words that wait.</summary>
public sealed class OwnNoteHubTests
{
    /// <summary>What a program can call. A method that is added has to be thought of here.</summary>
    private static readonly string[] Methods = ["PostComment", "Typing", "Unwatch", "Watch"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_way_into_the_hub_is_known()
    {
        var methods = typeof(DiscussionHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsVirtual).Select(method => method.Name);

        Assert.Equal(Methods, methods.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Words_come_only_after_ones_own_note_live_and_to_who_comes_back()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await room.Site.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(room.GroupId, room.ReadingId, IsOn: true), room.Ana, Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);
        var (said, _) = await ana.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "A godwit" });
        var thread = said.GetProperty("threadId").GetGuid();

        await ben.NextAsync("Event", Cancellation);
        var closed = await ben.NextAsync("Event", Cancellation);
        var (missedClosed, _) = await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, 0);
        var (threadClosed, _) = await ben.InvokeAsync("Watch", Cancellation, $"thread/{thread}", 0);
        await room.Site.Get<MarkSectionReadHandler>().HandleAsync(new MarkSectionRead(room.GroupId, room.ReadingId, OpenedSection.Opening), room.Ben, Cancellation);
        await ben.NextAsync("Reload", Cancellation);
        var (missedOpen, _) = await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, 0);
        await ana.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), threadId = thread, markdown = "Another godwit" });
        var open = await NextPostedAsync(ben, closed.GetProperty("sequence").GetInt64());

        var data = closed.GetProperty("data");
        Assert.Equal(("comment.posted", "", true), (closed.GetProperty("kind").GetString(), data.GetProperty("html").GetString(), data.GetProperty("waits").GetBoolean()));
        Assert.Equal(said.GetProperty("id").GetGuid(), data.GetProperty("commentId").GetGuid());
        Assert.DoesNotContain("godwit", Text(missedClosed) + Text(threadClosed), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(said.GetProperty("id").GetString() ?? "?", Text(missedClosed), StringComparison.Ordinal);
        Assert.Contains("A godwit", Text(missedOpen), StringComparison.Ordinal);
        Assert.Contains("Another godwit", Text(open), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_it_on_tells_who_watches_to_read_anew_and_closes_what_was_just_said()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);
        await ana.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "A godwit" });
        await ben.NextAsync("Event", Cancellation);
        Assert.Contains("A godwit", Text(await ben.NextAsync("Event", Cancellation)), StringComparison.Ordinal);

        await room.Site.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(room.GroupId, room.ReadingId, IsOn: true), room.Ana, Cancellation);
        await ben.NextAsync("Reload", Cancellation);
        var (missed, _) = await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, 0);

        Assert.DoesNotContain("godwit", Text(missed), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_watches_one_thread_alone_is_told_too_and_an_answer_to_unseen_words_is_refused()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        var (said, _) = await ana.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "A godwit" });
        var topic = $"thread/{said.GetProperty("threadId").GetGuid()}";
        await ben.InvokeAsync("Watch", Cancellation, topic, null);

        await room.Site.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(room.GroupId, room.ReadingId, IsOn: true), room.Ana, Cancellation);
        var told = await ben.NextAsync("Reload", Cancellation);
        var (_, refusal) = await ben.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), threadId = said.GetProperty("threadId").GetGuid(), parentId = said.GetProperty("id").GetGuid(), markdown = "So it is" });
        await room.Site.Get<MarkSectionReadHandler>().HandleAsync(new MarkSectionRead(room.GroupId, room.ReadingId, OpenedSection.Opening), room.Ben, Cancellation);

        Assert.Contains(topic, Text(told), StringComparison.Ordinal);
        Assert.EndsWith(": Write your own note on this section first, or mark it as read.", refusal, StringComparison.Ordinal);
        Assert.Contains(topic, Text(await ben.NextAsync("Reload", Cancellation)), StringComparison.Ordinal);
        await ben.InvokeAsync("Unwatch", Cancellation, topic);
    }

    private static async Task<JsonElement> NextPostedAsync(HubLine line, long after)
    {
        while (true)
        {
            var news = await line.NextAsync("Event", Cancellation);
            if (news.GetProperty("kind").GetString() == "comment.posted" && news.GetProperty("sequence").GetInt64() > after)
                return news;
        }
    }

    private static string Text(JsonElement element) => element.GetRawText();
}
