using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using Xunit;

namespace StudyGroup.Web.Tests.Realtime;

public sealed class DiscussionHubTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_on_a_passage_reaches_who_watches_the_reading_with_its_words_and_its_place()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);

        var (posted, _) = await ana.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "Is it *true*?" });

        var added = await ben.NextAsync("Event", Cancellation);
        var comment = await ben.NextAsync("Event", Cancellation);
        Assert.Equal("annotation.added", added.GetProperty("kind").GetString());
        Assert.Equal("first paragraph stands alone.\nThe second", added.GetProperty("data").GetProperty("quote").GetString());
        Assert.Equal("question", added.GetProperty("data").GetProperty("kind").GetString());
        Assert.Equal(room.EditionId, added.GetProperty("data").GetProperty("passage").GetProperty("editionId").GetGuid());
        Assert.Equal("comment.posted", comment.GetProperty("kind").GetString());
        Assert.Equal("Ana", comment.GetProperty("actor").GetProperty("name").GetString());
        Assert.Contains("<em>true</em>", comment.GetProperty("data").GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(posted.GetProperty("id").GetGuid(), comment.GetProperty("data").GetProperty("commentId").GetGuid());
        Assert.Equal(posted.GetProperty("sequence").GetInt64(), comment.GetProperty("sequence").GetInt64());
        Assert.Equal(added.GetProperty("data").GetProperty("annotationId").GetGuid(), comment.GetProperty("data").GetProperty("annotationId").GetGuid());
    }

    [Fact]
    public async Task Who_comes_back_gets_what_was_missed_once_and_in_order()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        var (before, _) = await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);
        await ben.InvokeAsync("Unwatch", Cancellation, room.ReadingTopic);
        var thread = await StartAsync(room, ana, "one");
        await ReplyAsync(ana, thread, "two");
        await ReplyAsync(ana, thread, "three");

        var (back, _) = await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, before.GetProperty("sequence").GetInt64());
        await ReplyAsync(ana, thread, "four");

        var missed = back.GetProperty("events").EnumerateArray().Where(news => news.GetProperty("kind").GetString() == "comment.posted").ToList();
        Assert.False(back.GetProperty("gap").GetBoolean());
        Assert.Equal(["one", "two", "three"], missed.Select(Words));
        var next = await ben.NextAsync("Event", Cancellation);
        Assert.Equal("four", Words(next));
        Assert.True(next.GetProperty("sequence").GetInt64() > back.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_number_from_the_future_is_a_gap()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);

        var (answer, _) = await ana.InvokeAsync("Watch", Cancellation, room.ReadingTopic, 1_000_000);

        Assert.True(answer.GetProperty("gap").GetBoolean());
        Assert.Empty(answer.GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task A_stranger_hears_of_a_groups_topics_what_a_random_id_gives()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var zoe = await room.HubAsync(room.Zoe, Cancellation);
        var thread = await StartAsync(room, ana, "secret");
        var random = Guid.CreateVersion7();

        foreach (var (real, none) in new[] { ($"group/{room.GroupId}", $"group/{random}"), (room.ReadingTopic, $"reading/{random}/{random}"), ($"thread/{thread}", $"thread/{random}") })
        {
            var (_, refused) = await zoe.InvokeAsync("Watch", Cancellation, real, null);
            var (_, unknown) = await zoe.InvokeAsync("Watch", Cancellation, none, null);
            Assert.Equal(unknown, refused);
            Assert.EndsWith("not-found: There is nothing here that you can see.", refused, StringComparison.Ordinal);
        }

        var (_, post) = await zoe.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), threadId = thread, markdown = "hello" });
        Assert.EndsWith("not-found: There is nothing here that you can see.", post, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_end_in_a_code_and_a_sentence()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation, ("Limits:PostsPerMemberPerMinute", "4"));
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var reader = await room.HubAsync(room.Ben, Cancellation, mayWrite: false);

        Assert.Contains(" bad-passage: ", await RefusalAsync(ana, new { key = Guid.CreateVersion7(), target = room.Passage(endOffset: 999), markdown = "x" }), StringComparison.Ordinal);
        Assert.Contains(" too-long: ", await RefusalAsync(ana, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = new string('x', 10_001) }), StringComparison.Ordinal);
        Assert.Contains(" invalid: ", await RefusalAsync(ana, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "  " }), StringComparison.Ordinal);
        Assert.Contains(" invalid: ", await RefusalAsync(ana, new { key = Guid.CreateVersion7(), markdown = "nowhere" }), StringComparison.Ordinal);
        Assert.Contains(" too-many: ", await RefusalAsync(ana, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "x" }), StringComparison.Ordinal);
        Assert.Contains(" invalid: ", await RefusalAsync(reader, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "x" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_text_under_the_same_key_is_ignored_and_gets_the_first_answer()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        var key = Guid.CreateVersion7();

        var (first, _) = await ana.InvokeAsync("PostComment", Cancellation, new { key, target = room.Passage(), markdown = "first" });
        var (second, _) = await ana.InvokeAsync("PostComment", Cancellation, new { key, target = room.Passage(), markdown = "second" });

        Assert.Equal(first.GetRawText(), second.GetRawText());
        await using var db = await room.Site.ReadAsync(Cancellation);
        Assert.Equal("first", (await db.Comments().SingleAsync(Cancellation)).Markdown);
    }

    [Fact]
    public async Task A_mention_is_told_to_the_member_it_names()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);

        await StartAsync(room, ana, "What do you think, @Ben?");

        var notice = await ben.NextAsync("Notification", Cancellation);
        Assert.Equal("mention", notice.GetProperty("kind").GetString());
        Assert.Equal("Ana", notice.GetProperty("actor").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_suspended_member_is_told_to_reload_and_hears_nothing_more()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);

        await room.Site.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(room.GroupId, room.Ben.AccountId, "A pause."), room.Ana, Cancellation);

        Assert.Equal(room.ReadingTopic, (await ben.NextAsync("Reload", Cancellation)).GetString());
        var (_, refused) = await ben.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown = "still here" });
        Assert.Contains(" not-found: ", refused, StringComparison.Ordinal);
        var (_, watch) = await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);
        Assert.Contains(" not-found: ", watch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_reaches_the_others_and_not_oneself()
    {
        await using var room = await ReadingRoom.OpenAsync(Cancellation);
        await using var ana = await room.HubAsync(room.Ana, Cancellation);
        await using var ben = await room.HubAsync(room.Ben, Cancellation);
        await ben.InvokeAsync("Watch", Cancellation, room.ReadingTopic, null);

        await ana.InvokeAsync("Typing", Cancellation, room.ReadingTopic);

        var typing = await ben.NextAsync("Typing", Cancellation);
        Assert.Equal("Ana", typing.GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal(room.ReadingTopic, typing.GetProperty("topic").GetString());
    }

    private static async Task<Guid> StartAsync(ReadingRoom room, HubLine line, string markdown)
    {
        var (posted, error) = await line.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), target = room.Passage(), markdown });
        Assert.Null(error);
        return posted.GetProperty("threadId").GetGuid();
    }

    private static async Task ReplyAsync(HubLine line, Guid threadId, string markdown)
    {
        var (_, error) = await line.InvokeAsync("PostComment", Cancellation, new { key = Guid.CreateVersion7(), threadId, markdown });
        Assert.Null(error);
    }

    private static async Task<string> RefusalAsync(HubLine line, object post) => (await line.InvokeAsync("PostComment", Cancellation, post)).Error ?? "accepted";

    private static string Words(JsonElement news) =>
        new HtmlParser().ParseDocument(news.GetProperty("data").GetProperty("html").GetString() ?? "").DocumentElement.TextContent.Trim();
}
