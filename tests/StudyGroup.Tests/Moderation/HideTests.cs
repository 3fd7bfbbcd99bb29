using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Moderation;

public sealed class HideTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task What_is_hidden_leaves_a_stub_with_the_reason_and_is_told_to_the_group(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Loud.");
        await stage.ReplyAsync(stage.Ben, first, "Quiet.");
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));

        (await HideAsync(stage, first, "  Off the path ")).Must();

        var stub = (await stage.Get<ThreadQuery>().CommentsAsync(first.ThreadId, 0, stage.Observer, Cancellation))[0];
        Assert.Equal((first.Id, null, "Off the path", false), (stub.Id, stub.Html, stub.HiddenReason, stub.IsDeleted));
        var card = Assert.Single(await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Observer, Cancellation));
        Assert.Equal((1, null, "Off the path"), (card.Comments, card.First?.Html, card.First?.HiddenReason));
        await AssertLastEventAsync(stage, DiscussionEvents.CommentHidden, first);
    }

    [Theory, BothEngines]
    public async Task What_is_restored_is_there_again_and_told_as_a_change(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Loud.");
        var before = await ViewAsync(stage, first);
        (await HideAsync(stage, first, "Off the path")).Must();

        (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(first.Id, "It was on it"), stage.Moderator, Cancellation)).Must();

        var after = await ViewAsync(stage, first);
        Assert.Equal(before with { Version = 3, Reactions = after.Reactions }, after);
        Assert.Equal(1, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
        await AssertLastEventAsync(stage, DiscussionEvents.CommentEdited, first);
        Assert.Equal("not-hidden", (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(first.Id), stage.Moderator, Cancellation)).Error?.Code);
    }

    [Theory, BothEngines]
    public async Task Of_five_moderators_at_once_one_hides_it_and_the_others_are_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Loud.");
        await stage.ReplyAsync(stage.Ben, first, "Quiet.");

        var answers = await stage.Core.MeetAsync(stage.GroupId, 5, number => HideAsync(stage, first, $"Reason {number}"));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error.Code == "hidden"));
        Assert.Equal(1, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.AuditEntries().CountAsync(Cancellation));
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.Kind == DiscussionEvents.CommentHidden, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Hidden_words_reach_nobody_by_any_query_or_late_event(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine, services => services.AddRealtime());
        var first = await stage.CommentAsync(stage.Ana, "sallow words for @Ben Alderny");
        await stage.ReplyAsync(stage.Owner, first, "Quiet.");
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        var ids = await IdsAsync(stage, first);
        // Read while it was shown, as the pages that were open did: nothing of it may be kept.
        Assert.Contains("sallow", await EverythingAsync(stage, ids, stage.Ben), StringComparison.Ordinal);

        (await HideAsync(stage, first, "Off the path")).Must();

        foreach (var member in new[] { stage.Ana, stage.Ben, stage.Observer, stage.Moderator })
            Assert.DoesNotContain("sallow", await EverythingAsync(stage, ids, member), StringComparison.Ordinal);
    }

    private static Task<Result> HideAsync(Stage stage, PostedComment posted, string reason) =>
        stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, reason), stage.Moderator, Cancellation);

    private static async Task<CommentView> ViewAsync(Stage stage, PostedComment posted) =>
        await stage.Get<ThreadQuery>().CommentAsync(posted.Id, stage.Observer, Cancellation) ?? throw new InvalidOperationException("The comment is not there.");

    private static async Task AssertLastEventAsync(Stage stage, string kind, PostedComment about)
    {
        await using var db = await stage.ReadAsync();
        var row = await db.StreamEvents().Where(row => row.StreamId == stage.GroupId).OrderByDescending(row => row.Sequence).FirstAsync(Cancellation);
        Assert.Equal((kind, about.Id, about.ThreadId, stage.Text.ReadingId, stage.Moderator.AccountId), (row.Kind, row.SubjectId, row.ThreadId, row.ReadingId, row.ActorId));
    }

    private static async Task<CanaryIds> IdsAsync(Stage stage, PostedComment posted)
    {
        var mark = (await stage.ThreadRowAsync(posted.ThreadId)).AnnotationId.GetValueOrDefault();
        await using var db = await stage.ReadAsync();
        var notice = await db.Notifications().Where(row => row.CommentId == posted.Id).Select(row => row.Id).FirstAsync(Cancellation);
        return CanaryIds.MadeUp() with
        {
            GroupSlug = "herons",
            ReadingSlug = stage.Text.Slug,
            GroupId = stage.GroupId,
            ReadingId = stage.Text.ReadingId,
            AnnotationId = mark,
            ThreadId = posted.ThreadId,
            CommentId = posted.Id,
            NotificationId = notice,
        };
    }

    private static async Task<string> EverythingAsync(Stage stage, CanaryIds ids, CurrentMember member)
    {
        var answers = new List<object?>();
        foreach (var read in CanaryRows.All.Values)
            answers.Add(await read(stage, ids, member));
        var missed = await stage.Get<EventReplay>().ReadAfterAsync(Topic.Thread(ids.ThreadId), stage.GroupId, 1, Cancellation);
        Assert.NotEmpty(missed.Events);
        answers.Add(await stage.Get<LiveEvents>().GetAsync(missed.Events, member));
        return JsonSerializer.Serialize(answers);
    }
}
