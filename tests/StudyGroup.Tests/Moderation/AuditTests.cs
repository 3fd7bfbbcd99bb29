using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Moderation;

public sealed class AuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Every_act_is_written_down_with_who_what_why_and_when(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");

        foreach (var (act, _) in ActsOn(stage, posted))
        {
            stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));
            (await act()).Must();
        }

        var entries = await EntriesAsync(stage);
        Assert.Equal(
            [("comment.hide", posted.Id, "Off the path"), ("comment.restore", posted.Id, "It was on it"), ("member.suspend", stage.Ben.AccountId, "Loud"), ("member.reinstate", stage.Ben.AccountId, "")],
            entries.Select(entry => (entry.Action, entry.SubjectId, entry.Reason)));
        Assert.All(entries, entry => Assert.Equal((stage.GroupId, stage.Moderator.AccountId), (entry.GroupId, entry.ActorId)));
        Assert.Equal(stage.Core.Clock.GetUtcNow(), entries[^1].At);
    }

    [Theory, BothEngines]
    public async Task An_act_and_its_trace_are_stored_together_or_not_at_all(Engine engine)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");

        foreach (var (act, action) in ActsOn(stage, posted))
        {
            var before = await ContentAsync(stage);
            var step = 0;
            for (var isDone = false; !isDone;)
            {
                commands.FailAt(++step);
                var fault = await Record.ExceptionAsync(act);
                commands.Heal();

                isDone = !before.SequenceEqual(await ContentAsync(stage));
                Assert.Equal(isDone ? 1 : 0, (await EntriesAsync(stage)).Count(entry => entry.Action == action));
                Assert.True(isDone || fault is not null, $"{action} did nothing at step {step}.");
            }

            Assert.True(step > 5, $"Only {step} steps were tried.");
        }
    }

    [Theory, BothEngines]
    public async Task What_is_refused_leaves_no_trace(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");

        Assert.NotNull((await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Off the path"), stage.Ben, Cancellation)).Error);
        Assert.NotNull((await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, " "), stage.Moderator, Cancellation)).Error);
        Assert.NotNull((await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(posted.Id), stage.Moderator, Cancellation)).Error);
        Assert.NotNull((await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Owner.AccountId, "Loud"), stage.Moderator, Cancellation)).Error);
        Assert.NotNull((await stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ben.AccountId), stage.Moderator, Cancellation)).Error);

        Assert.Empty(await EntriesAsync(stage));
    }

    /// <summary>In an order in which each can be done.</summary>
    private static IReadOnlyList<(Func<Task<Result>> Act, string Action)> ActsOn(Stage stage, PostedComment posted) =>
    [
        (() => stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, " Off the path "), stage.Moderator, Cancellation), "comment.hide"),
        (() => stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(posted.Id, "It was on it"), stage.Moderator, Cancellation), "comment.restore"),
        (() => stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Loud"), stage.Moderator, Cancellation), "member.suspend"),
        (() => stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ben.AccountId), stage.Moderator, Cancellation), "member.reinstate"),
    ];

    private static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.AuditEntries().AsNoTracking().OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> ContentAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await DatabaseContent.RowsAsync(db, Cancellation);
    }
}
