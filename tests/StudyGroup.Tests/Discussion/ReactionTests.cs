using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class ReactionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_member_says_one_of_each_and_everybody_sees_who(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");

        (await ReactAsync(stage, said, stage.Ben, ReactionKind.Helpful)).Must();
        (await ReactAsync(stage, said, stage.Ben, ReactionKind.Unsure)).Must();
        (await ReactAsync(stage, said, stage.Owner, ReactionKind.Helpful)).Must();

        Assert.Equal(
            [new ReactionView(ReactionKind.Helpful, stage.Ben.AccountId, "Ben Alderny"), new(ReactionKind.Unsure, stage.Ben.AccountId, "Ben Alderny"), new(ReactionKind.Helpful, stage.Owner.AccountId, "Odile Fenwick")],
            await SeenAsync(stage, said));
    }

    [Theory, BothEngines]
    public async Task Twenty_clicks_at_once_count_once_and_are_one_event(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");

        var on = await stage.Core.MeetAsync(stage.GroupId, 20, _ => ReactAsync(stage, said, stage.Ben, ReactionKind.Helpful));
        Assert.All(on, one => one.Must());
        Assert.Single(await SeenAsync(stage, said));

        var off = await stage.Core.MeetAsync(stage.GroupId, 20, _ => ReactAsync(stage, said, stage.Ben, ReactionKind.Helpful, isOn: false));
        Assert.All(off, one => one.Must());
        Assert.Empty(await SeenAsync(stage, said));
        await using var db = await stage.ReadAsync();
        Assert.Equal(2, await db.StreamEvents().CountAsync(row => row.Kind == DiscussionEvents.CommentReacted, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Twenty_members_who_click_at_once_are_all_counted(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");
        CurrentMember[] members = [stage.Owner, stage.Moderator, stage.Ana, stage.Ben];

        var done = await stage.Core.MeetAsync(stage.GroupId, 20, number => ReactAsync(stage, said, members[number % 4], (ReactionKind)(number / 4 % 2)));

        Assert.All(done, one => one.Must());
        Assert.Equal(8, (await SeenAsync(stage, said)).Count);
    }

    [Theory, BothEngines]
    public async Task The_event_brings_the_comment_as_a_fresh_page_has_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");

        (await ReactAsync(stage, said, stage.Ben, ReactionKind.Unsure)).Must();

        await using var db = await stage.ReadAsync();
        var row = await db.StreamEvents().AsNoTracking().SingleAsync(row => row.Kind == DiscussionEvents.CommentReacted, Cancellation);
        Assert.Equal(await SeenAsync(stage, said), (await stage.Get<LiveEvents>().GetAsync([row], stage.Ana))[0].Comment?.Reactions);
    }

    [Theory, BothEngines]
    public async Task Nothing_is_reacted_to_that_is_hidden_deleted_or_locked(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (hidden, deleted, locked) = (await stage.CommentAsync(stage.Ana, "One"), await stage.CommentAsync(stage.Ana, "Two"), await stage.CommentAsync(stage.Ana, "Three"));
        foreach (var said in new[] { hidden, deleted })
            (await ReactAsync(stage, said, stage.Ben, ReactionKind.Helpful)).Must();
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();
        await stage.LockAsync(locked.ThreadId);

        Assert.Equal("gone", (await ReactAsync(stage, hidden, stage.Ben, ReactionKind.Unsure)).Error?.Code);
        Assert.Equal("gone", (await ReactAsync(stage, deleted, stage.Ben, ReactionKind.Unsure)).Error?.Code);
        Assert.Equal("locked", (await ReactAsync(stage, locked, stage.Ben, ReactionKind.Unsure)).Error?.Code);
        Assert.Empty(await SeenAsync(stage, hidden));
        await using var db = await stage.ReadAsync();
        Assert.False(await db.Reactions().AnyAsync(reaction => reaction.CommentId == deleted.Id, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Nobody_is_told_of_a_reaction(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");

        (await ReactAsync(stage, said, stage.Ben, ReactionKind.Helpful)).Must();
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        Assert.Empty(await stage.Get<NotificationQuery>().ListAsync(null, stage.Ana, Cancellation));
    }

    private static async Task<IReadOnlyList<ReactionView>> SeenAsync(Stage stage, PostedComment said) =>
        (await stage.Get<ThreadQuery>().CommentAsync(said.Id, stage.Observer, Cancellation))?.Reactions ?? [];

    private static Task<Result> ReactAsync(Stage stage, PostedComment said, CurrentMember member, ReactionKind kind, bool isOn = true) =>
        stage.Get<ReactHandler>().HandleAsync(new React(said.Id, kind, isOn), member, Cancellation);
}
