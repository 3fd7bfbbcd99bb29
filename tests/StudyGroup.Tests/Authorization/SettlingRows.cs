using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Answers that are accepted, threads that are resolved and reopened, locked and unlocked, pinned and unpinned.</summary>
internal static class SettlingRows
{
    private delegate Task<Result> Decide(Stage stage, CurrentMember actor, Asked asked);

    private sealed record Asked(Guid ThreadId, Guid AnswerId);

    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        .. Of(nameof(AcceptAnswerHandler), AcceptAsync, null),
        .. Of(nameof(WithdrawAcceptanceHandler), (stage, actor, asked) => stage.Get<WithdrawAcceptanceHandler>().HandleAsync(new WithdrawAcceptance(asked.ThreadId), actor, Cancellation), AcceptAsync),
        .. Of(nameof(ResolveThreadHandler), ResolveAsync, null),
        .. Of(nameof(ReopenThreadHandler), (stage, actor, asked) => stage.Get<ReopenThreadHandler>().HandleAsync(new ReopenThread(asked.ThreadId, "The map is wrong"), actor, Cancellation), ResolveAsync),
        .. OfLock(nameof(LockThreadHandler), (stage, actor, asked) => stage.Get<LockThreadHandler>().HandleAsync(new LockThread(asked.ThreadId, "All is said"), actor, Cancellation), isLocked: false),
        .. OfLock(nameof(UnlockThreadHandler), (stage, actor, asked) => stage.Get<UnlockThreadHandler>().HandleAsync(new UnlockThread(asked.ThreadId, "Not all was said"), actor, Cancellation), isLocked: true),
        .. OfLock(nameof(PinThreadHandler), (stage, actor, asked) => PinAsync(stage, actor, asked.ThreadId), isLocked: false),
        .. OfLock(nameof(UnpinThreadHandler), (stage, actor, asked) => stage.Get<UnpinThreadHandler>().HandleAsync(new UnpinThread(asked.ThreadId), actor, Cancellation), isLocked: false, isPinned: true),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Whose thread it is, and who did before what the row takes back.
    private static IEnumerable<HandlerRow> Of(string handler, Decide decide, Decide? before)
    {
        yield return new(handler, "one's own question", Discussers, On(stage => stage.Ben, isPrivate: false, toActor: true));
        yield return new(handler, "another's question", Moderators, On(stage => stage.Ben, isPrivate: false));
        yield return new(handler, "one's own private question", Members, On(stage => stage.Ben, isPrivate: true, toActor: true));
        yield return new(handler, "another's private question", NotThere, On(stage => stage.Ben, isPrivate: true));
        yield return new(handler, "a question of another group", StrangerOnly, On(stage => stage.Zoe, isPrivate: false));

        Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> On(Func<Stage, CurrentMember> starter, bool isPrivate, bool toActor = false) => async (stage, actor) =>
        {
            var by = starter(stage);
            var asked = await AskAsync(stage, by, isPrivate);
            if (before is not null)
                (await before(stage, by, asked)).Must();
            if (toActor)
                await GiveAsync(stage, asked.ThreadId, actor);
            return async () => (await decide(stage, actor, asked)).Error;
        };
    }

    private static IEnumerable<HandlerRow> OfLock(string handler, Decide decide, bool isLocked, bool isPinned = false)
    {
        yield return new(handler, "one's own question", Moderators, On(stage => stage.Ben, isPrivate: false, toActor: true));
        yield return new(handler, "another's question", Moderators, On(stage => stage.Ben, isPrivate: false));
        yield return new(handler, "another's private question", NotThere, On(stage => stage.Ben, isPrivate: true));
        yield return new(handler, "a question of another group", StrangerOnly, On(stage => stage.Zoe, isPrivate: false));

        Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> On(Func<Stage, CurrentMember> starter, bool isPrivate, bool toActor = false) => async (stage, actor) =>
        {
            var by = starter(stage);
            var asked = await AskAsync(stage, by, isPrivate);
            if (isLocked && !isPrivate)
                (await stage.Get<LockThreadHandler>().HandleAsync(new LockThread(asked.ThreadId, "All is said"), by == stage.Zoe ? by : stage.Moderator, Cancellation)).Must();
            if (isPinned && !isPrivate)
                (await PinAsync(stage, by == stage.Zoe ? by : stage.Moderator, asked.ThreadId)).Must();
            if (toActor)
                await GiveAsync(stage, asked.ThreadId, actor);
            return async () => (await decide(stage, actor, asked)).Error;
        };
    }

    private static Task<Result> PinAsync(Stage stage, CurrentMember actor, Guid threadId) =>
        stage.Get<PinThreadHandler>().HandleAsync(new PinThread(threadId, stage.Core.Clock.GetUtcNow().AddDays(14)), actor, Cancellation);

    private static Task<Result> AcceptAsync(Stage stage, CurrentMember actor, Asked asked) =>
        stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(asked.AnswerId), actor, Cancellation);

    private static Task<Result> ResolveAsync(Stage stage, CurrentMember actor, Asked asked) =>
        stage.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(asked.ThreadId, "The map shows it"), actor, Cancellation);

    private static async Task<Asked> AskAsync(Stage stage, CurrentMember starter, bool isPrivate)
    {
        var text = starter == stage.Zoe ? stage.TextElsewhere : stage.Text;
        var question = await stage.CommentAsync(starter, "Which street?", text, isPrivate, AnnotationKind.Question);
        return new Asked(question.ThreadId, (await stage.ReplyAsync(starter, question, "The long one.")).Id);
    }

    private static async Task GiveAsync(Stage stage, Guid threadId, CurrentMember starter)
    {
        await using var db = await stage.ReadAsync();
        await db.Threads().Where(row => row.Id == threadId).ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedById, starter.AccountId), Cancellation);
    }
}
