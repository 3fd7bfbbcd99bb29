using System.Net;
using System.Text.Json;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Groups;
using StudyGroup.Web.Realtime;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Discussion;

public sealed class MovedPostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_addresses_of_a_post_lead_to_where_it_is()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var first = await scene.SayAsync("Ana", "Who counts chairs?", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));
        var aside = await scene.SayAsync("Ana", "And who tables?", Cancellation, threadId: first.ThreadId, parentId: first.Id);
        var move = await MoveAsync(scene, first, aside.Id);
        await scene.PersonAsync("Zoe", Cancellation);

        var (ana, zoe) = (await scene.BrowserAsync("Ana", Cancellation), await scene.BrowserAsync("Zoe", Cancellation));
        foreach (var old in new[] { $"{scene.Address}/threads/{first.ThreadId}?comment={aside.Id}", $"{scene.Address}/readings/{reading.Slug}?comment={aside.Id}" })
        {
            using var answer = await ana.GetAsync(old, Cancellation);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith($"{scene.Address}/threads/{move.ThreadId}?comment={aside.Id}#c-{aside.Id}", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
            using var nothing = await zoe.GetAsync(old, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }

        // What is where its address says stays there.
        using var here = await ana.GetAsync($"{scene.Address}/threads/{first.ThreadId}?comment={first.Id}", Cancellation);
        using var text = await ana.GetAsync($"{scene.Address}/readings/{reading.Slug}?comment={first.Id}", Cancellation);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (here.StatusCode, text.StatusCode));
    }

    [Fact]
    public async Task The_pointer_stands_below_what_the_post_answered_and_moderators_alone_can_undo_it()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var first = await scene.SayAsync("Ana", "Who counts chairs?", Cancellation);
        var aside = await scene.SayAsync("Ana", "And who tables?", Cancellation, threadId: first.ThreadId, parentId: first.Id);
        var late = await scene.SayAsync("Ana", "I do.", Cancellation, threadId: first.ThreadId, parentId: aside.Id);
        await MoveAsync(scene, first, aside.Id);
        var path = $"{scene.Address}/threads/{first.ThreadId}";

        var page = await scene.PageAsync("Ana", path, Cancellation);

        var pointer = page.QuerySelector(".nest .moveline");
        Assert.Contains("One post was moved to", pointer?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tables & <chairs>", pointer?.QuerySelector("a")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Two <matters>", pointer?.QuerySelector(".why")?.TextContent);
        Assert.Null(pointer?.QuerySelector("button"));
        // Its answer stays, says whom it answers, and stands by itself below the pointer.
        Assert.Equal("to Ana", page.QuerySelector($"#c-{late.Id} .inreply")?.TextContent.Trim());
        Assert.Null(page.QuerySelector($".nest #c-{late.Id}"));
        Assert.NotNull((await scene.PageAsync(GroupScene.Owner, path, Cancellation)).QuerySelector(".moveline button"));
    }

    [Fact]
    public async Task The_hub_tells_of_a_move_in_both_threads_with_ids_alone()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var first = await scene.SayAsync("Ana", "Who counts chairs?", Cancellation);
        var aside = await scene.SayAsync("Ana", "And who tables?", Cancellation, threadId: first.ThreadId, parentId: first.Id);
        var move = await MoveAsync(scene, first, aside.Id);

        await using var db = await scene.Site.ReadAsync(Cancellation);
        var rows = db.Set<StudyGroup.Realtime.StreamEvent>().Where(row => row.Kind == DiscussionEvents.CommentMoved).OrderBy(row => row.Sequence).ToList();
        var told = (await scene.Site.Get<LiveEvents>().GetMissedAsync(rows, scene["Ana"], Cancellation)).Select(news => JsonSerializer.Serialize(HubMessages.Of(news, "group").Data)).ToList();

        Assert.Equal([first.ThreadId, move.ThreadId], rows.Select(row => row.ThreadId.GetValueOrDefault()));
        var expected = JsonSerializer.Serialize(new HubMessages.CommentMoved(aside.Id, move.ThreadId, first.ThreadId));
        Assert.Equal([expected, expected], told);
    }

    private static async Task<MoveAnswer> MoveAsync(GroupScene scene, PostedComment from, Guid commentId)
    {
        var request = new MoveComments(Guid.CreateVersion7(), from.ThreadId, [commentId]) { ToNew = new NewThread("Tables & <chairs>"), Reason = "Two <matters>" };
        var moved = await scene.Site.Get<MoveCommentsHandler>().HandleAsync(request, scene[GroupScene.Owner], Cancellation);
        return moved.Succeeded ? moved.Value : throw new InvalidOperationException(moved.Error.Message);
    }
}
