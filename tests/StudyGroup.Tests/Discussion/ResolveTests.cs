using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class ResolveTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_resolved_thread_says_who_when_and_why(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");

        (await ResolveAsync(stage, thread, stage.Moderator, "  The map shows it.  ")).Must();

        var standing = (await stage.Get<ThreadQuery>().FindAsync(thread.ThreadId, null, stage.Ben, Cancellation))?.Standing;
        Assert.Equal(new ThreadStanding(null, null, true, "Milo Tarn", stage.Core.Clock.GetUtcNow(), "The map shows it."), standing);
        Assert.True(Assert.Single(await stage.Get<ThreadQuery>().RecentAsync(stage.GroupId, null, stage.Ben, Cancellation)).IsResolved);
    }

    [Theory, BothEngines]
    public async Task It_may_still_be_answered_and_that_does_not_reopen_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        (await ResolveAsync(stage, thread, stage.Ana, "The map shows it.")).Must();

        await stage.ReplyAsync(stage.Ben, thread, "One more thought.");

        Assert.True((await stage.ThreadRowAsync(thread.ThreadId)).IsResolved);
    }

    [Theory, BothEngines]
    public async Task It_is_reopened_with_a_reason_of_its_own(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");

        Assert.Equal("not-resolved", (await ReopenAsync(stage, thread, stage.Ana, "Why not")).Error?.Code);
        (await ResolveAsync(stage, thread, stage.Moderator, "The map shows it.")).Must();
        (await ReopenAsync(stage, thread, stage.Ana, "The map is wrong.")).Must();

        var row = await stage.ThreadRowAsync(thread.ThreadId);
        Assert.Equal((false, stage.Ana.AccountId, "The map is wrong."), (row.IsResolved, row.SettledById.GetValueOrDefault(), row.SettledReason));
    }

    [Theory, BothEngines]
    public async Task A_moderator_who_settles_somebody_elses_thread_leaves_a_trace_and_who_began_it_does_not(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");

        (await ResolveAsync(stage, thread, stage.Moderator, " The map shows it. ")).Must();
        Assert.False((await ResolveAsync(stage, thread, stage.Moderator, "Once more")).Succeeded);
        (await ReopenAsync(stage, thread, stage.Ana, "The map is wrong.")).Must();
        (await ResolveAsync(stage, thread, stage.Ana, "It is not.")).Must();
        (await ReopenAsync(stage, thread, stage.Owner, "It is.")).Must();

        await using var db = await stage.ReadAsync();
        var trace = await db.AuditEntries().OrderByDescending(entry => entry.Action).Select(entry => new { entry.GroupId, entry.ActorId, entry.Action, entry.SubjectId, entry.Reason }).ToListAsync(Cancellation);
        Assert.All(trace, entry => Assert.Equal((stage.GroupId, thread.ThreadId), (entry.GroupId, entry.SubjectId)));
        Assert.Equal(
            [(stage.Moderator.AccountId, "thread.resolve", "The map shows it."), (stage.Owner.AccountId, "thread.reopen", "It is.")],
            trace.Select(entry => (entry.ActorId, entry.Action, entry.Reason)));
    }

    [Theory, BothEngines]
    public async Task Of_five_who_resolve_at_once_the_first_reason_stands(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");

        var done = await stage.Core.MeetAsync(stage.GroupId, 5, number => ResolveAsync(stage, thread, stage.Ana, $"Reason {number}"));

        Assert.Single(done, one => one.Succeeded);
        Assert.All(done, one => Assert.True(one.Succeeded || one.Error.Code == "resolved"));
    }

    [Theory, InlineData(""), InlineData("   "), InlineData("Nul \0")]
    public async Task A_reason_must_be_given_in_letters(string reason)
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");

        Assert.NotNull((await ResolveAsync(stage, thread, stage.Ana, reason)).Error);
        Assert.Equal("too-long", (await ResolveAsync(stage, thread, stage.Ana, new string('x', TextLimits.Reason + 1))).Error?.Code);
    }

    [Fact]
    public async Task In_a_locked_thread_only_a_moderator_decides()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        await stage.LockAsync(thread.ThreadId);

        Assert.Equal("locked", (await ResolveAsync(stage, thread, stage.Ana, "The map shows it.")).Error?.Code);
        (await ResolveAsync(stage, thread, stage.Moderator, "The map shows it.")).Must();
    }

    private static Task<Result> ResolveAsync(Stage stage, PostedComment thread, CurrentMember member, string reason) =>
        stage.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(thread.ThreadId, reason), member, Cancellation);

    private static Task<Result> ReopenAsync(Stage stage, PostedComment thread, CurrentMember member, string reason) =>
        stage.Get<ReopenThreadHandler>().HandleAsync(new ReopenThread(thread.ThreadId, reason), member, Cancellation);
}
