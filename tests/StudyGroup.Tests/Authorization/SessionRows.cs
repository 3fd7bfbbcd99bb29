using StudyGroup.Groups.LiveSessions;
using StudyGroup.Shared;
using StudyGroup.Tests.Groups.LiveSessions;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;
using static StudyGroup.Tests.Authorization.Outcome;

namespace StudyGroup.Tests.Authorization;

/// <summary>Live sessions: who starts and leads them, who speaks, and who ends them. What is tried needs somebody who has the word, and a hand that is up.</summary>
internal static class SessionRows
{
    private static readonly Outcome[] OnlyModeratorsOverOthers = [Outcome.Nothing, Outcome.Nothing, Refused, Refused, Missing, Missing, Missing];
    private static readonly Outcome[] NothingForTheStranger = [Missing, Missing, Missing, Missing, Missing, Missing, Outcome.Nothing];

    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(StartLiveSessionHandler), "a text of the group", Moderators, async (stage, actor) =>
        {
            (await stage.EndSessionAsync(await stage.StartSessionAsync(), stage.Owner)).Must();
            return () => StartAsync(stage, actor, stage.Text);
        }),
        new(nameof(StartLiveSessionHandler), "a text on which one runs", NobodyInside, async (stage, actor) =>
        {
            await stage.StartSessionAsync();
            return () => StartAsync(stage, actor, stage.Text);
        }),
        new(nameof(StartLiveSessionHandler), "a text that the group does not read", [Missing, Missing, Refused, Refused, Missing, Missing, Missing], Act((stage, actor) =>
            StartAsync(stage, actor, stage.TextElsewhere with { GroupId = stage.GroupId }))),
        new(nameof(StartLiveSessionHandler), "a text of another group", StrangerOnly, Act((stage, actor) => StartAsync(stage, actor, stage.TextElsewhere))),
        new(nameof(RaiseHandHandler), "a session", Discussers, async (stage, actor) =>
        {
            var id = await stage.StartSessionAsync();
            return async () => (await stage.RaiseAsync(id, actor)).Error;
        }),
        .. Rows(nameof(RaiseHandHandler), Discussers, Discussers, (stage, actor, id) => stage.RaiseAsync(id, actor), isQuiet: true),
        .. Rows(nameof(EndLiveSessionHandler), Discussers, Moderators, (stage, actor, id) => stage.EndSessionAsync(id, actor)),
        .. LeadRows(nameof(LeadToParagraphHandler), (stage, actor, id) => stage.Get<LeadToParagraphHandler>().HandleAsync(new LeadToParagraph(id, "b3"), actor, Cancellation)),
        .. LeadRows(nameof(CallNextSpeakerHandler), (stage, actor, id) => stage.CallNextAsync(id, actor)),
        .. LeadRows(nameof(ExtendTurnHandler), async (stage, actor, id) => await stage.Get<ExtendTurnHandler>().HandleAsync(new ExtendTurn(id, await stage.VersionAsync(id), 5), actor, Cancellation)),
        .. LeadRows(nameof(PauseTurnHandler), (stage, actor, id) => stage.Get<PauseTurnHandler>().HandleAsync(new PauseTurn(id, IsPaused: true), actor, Cancellation)),
        .. LeadRows(nameof(SetTurnLengthHandler), (stage, actor, id) => stage.Get<SetTurnLengthHandler>().HandleAsync(new SetTurnLength(id, 5), actor, Cancellation)),
        .. LeadRows(nameof(HandOverHandler), (stage, actor, id) => HandOverAsync(stage, actor, id, stage.Ben), elsewhere: [Missing, Missing, Missing, Missing, Missing, Missing, Refused]),
        new(nameof(HandOverHandler), "a session that one leads, to who is not in the group", NobodyInside, Running(actor => actor, (stage, actor, id) => HandOverAsync(stage, actor, id, stage.Zoe))),
        .. Rows(nameof(TakeOverHandler), OnlyModeratorsOverOthers, Moderators, (stage, actor, id) => stage.TakeOverAsync(id, actor, stage.Ben), elsewhere: NothingForTheStranger),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<HandlerRow> LeadRows(string handler, Func<Stage, CurrentMember, Guid, Task<Result>> act, Outcome[]? elsewhere = null) =>
        Rows(handler, Discussers, NobodyInside, act, elsewhere: elsewhere);

    private static IEnumerable<HandlerRow> Rows(
        string handler, Outcome[] own, Outcome[] others, Func<Stage, CurrentMember, Guid, Task<Result>> act, Outcome[]? elsewhere = null, bool isQuiet = false) =>
    [
        new(handler, "a session that one leads", own, Running(actor => actor, act, isQuiet)),
        new(handler, "a session that another leads", others, Running(leads: null, act, isQuiet)),
        new(handler, "a session that is over", NobodyInside, async (stage, actor) =>
        {
            var id = await stage.StartSessionAsync();
            (await stage.EndSessionAsync(id, stage.Moderator)).Must();
            return async () => (await act(stage, actor, id)).Error;
        }),
        new(handler, "a session of another group", elsewhere ?? StrangerOnly, async (stage, actor) =>
        {
            var text = stage.TextElsewhere;
            if (await stage.Get<LiveSessionQuery>().FindAsync(text.GroupId, text.ReadingId, stage.Zoe, Cancellation) is { } running)
                (await stage.EndSessionAsync(running.Id, stage.Zoe)).Must();
            Assert.Null(await StartAsync(stage, stage.Zoe, text));
            var id = (await stage.Get<LiveSessionQuery>().FindAsync(text.GroupId, text.ReadingId, stage.Zoe, Cancellation))?.Id ?? default;
            if (!isQuiet)
                await LetSpeakAsync(stage, id, stage.Zoe, stage.Zoe);
            return async () => (await act(stage, actor, id)).Error;
        }),
    ];

    /// <summary>Ben leads it, or who is said.</summary>
    private static Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> Running(
        Func<CurrentMember, CurrentMember>? leads, Func<Stage, CurrentMember, Guid, Task<Result>> act, bool isQuiet = false) => async (stage, actor) =>
        {
            var id = await stage.StartSessionAsync();
            await LetSpeakAsync(stage, id, stage.Moderator, stage.Ben);
            if (!isQuiet)
                (await stage.RaiseAsync(id, stage.Owner)).Must();
            await stage.LetLeadAsync(id, leads?.Invoke(actor) ?? stage.Ben);
            return async () => (await act(stage, actor, id)).Error;
        };

    private static async Task LetSpeakAsync(Stage stage, Guid id, CurrentMember facilitator, CurrentMember speaker)
    {
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await stage.RaiseAsync(id, speaker)).Must();
        (await stage.CallNextAsync(id, facilitator)).Must();
    }

    private static async Task<Error?> StartAsync(Stage stage, CurrentMember actor, StagedText text) =>
        (await stage.Get<StartLiveSessionHandler>().HandleAsync(new StartLiveSession(text.GroupId, text.ReadingId), actor, Cancellation)).Error;

    private static Task<Result> HandOverAsync(Stage stage, CurrentMember actor, Guid id, CurrentMember heir) =>
        stage.Get<HandOverHandler>().HandleAsync(new HandOver(id, heir.AccountId), actor, Cancellation);
}
