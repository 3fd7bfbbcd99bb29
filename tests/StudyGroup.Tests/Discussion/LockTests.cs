using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class LockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_locked_thread_says_who_when_and_why_and_takes_nothing(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");

        (await LockAsync(stage, first, stage.Moderator, "  It turns in circles.  ")).Must();

        var thread = await stage.Get<ThreadQuery>().FindAsync(first.ThreadId, null, stage.Ben, Cancellation);
        Assert.Equal(new ThreadLock("Milo Tarn", stage.Core.Clock.GetUtcNow(), "It turns in circles."), thread?.Lock);
        Assert.Equal("locked", (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "And yet") { ThreadId = first.ThreadId })).Error?.Code);
        Assert.Equal("locked", (await stage.Get<ReactHandler>().HandleAsync(new React(first.Id, ReactionKind.Helpful, IsOn: true), stage.Ben, Cancellation)).Error?.Code);
    }

    [Theory, BothEngines]
    public async Task An_unlocked_thread_takes_comments_again_and_says_nothing_of_the_lock(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        Assert.Equal("not-locked", (await UnlockAsync(stage, first, stage.Owner)).Error?.Code);
        (await LockAsync(stage, first, stage.Moderator, "It turns in circles.")).Must();
        Assert.Equal("locked-already", (await LockAsync(stage, first, stage.Owner, "Once more")).Error?.Code);

        (await UnlockAsync(stage, first, stage.Owner)).Must();

        await stage.ReplyAsync(stage.Ben, first, "And yet");
        Assert.Null((await stage.Get<ThreadQuery>().FindAsync(first.ThreadId, null, stage.Ben, Cancellation))?.Lock);
    }

    [Theory, BothEngines]
    public async Task Both_leave_a_trace_even_on_a_thread_of_ones_own(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Moderator, "Which street?");

        (await LockAsync(stage, first, stage.Moderator, "It turns in circles.")).Must();
        (await UnlockAsync(stage, first, stage.Moderator)).Must();

        await using var db = await stage.ReadAsync();
        var trace = await db.AuditEntries().Where(entry => entry.SubjectId == first.ThreadId).OrderBy(entry => entry.Action).Select(entry => $"{entry.Action}: {entry.Reason}").ToListAsync(Cancellation);
        Assert.Equal(["thread.lock: It turns in circles.", "thread.unlock: New facts"], trace);
    }

    [Fact]
    public async Task A_reason_must_be_given()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");

        Assert.Equal("reason", (await LockAsync(stage, first, stage.Moderator, " ")).Error?.Code);
        Assert.Equal("too-long", (await LockAsync(stage, first, stage.Moderator, new string('x', TextLimits.Reason + 1))).Error?.Code);
    }

    [Fact]
    public async Task The_reason_waits_with_the_words_where_ones_own_note_comes_first()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        (await LockAsync(stage, first, stage.Moderator, "The long street it is.")).Must();

        await stage.SetOwnNoteFirstAsync();

        Assert.Equal("", (await stage.Get<ThreadQuery>().FindAsync(first.ThreadId, null, stage.Ben, Cancellation))?.Lock?.Reason);
        Assert.Equal("The long street it is.", (await stage.Get<ThreadQuery>().FindAsync(first.ThreadId, null, stage.Ana, Cancellation))?.Lock?.Reason);
    }

    private static Task<Result> LockAsync(Stage stage, PostedComment thread, CurrentMember member, string reason) =>
        stage.Get<LockThreadHandler>().HandleAsync(new LockThread(thread.ThreadId, reason), member, Cancellation);

    private static Task<Result> UnlockAsync(Stage stage, PostedComment thread, CurrentMember member) =>
        stage.Get<UnlockThreadHandler>().HandleAsync(new UnlockThread(thread.ThreadId, "New facts"), member, Cancellation);
}
