using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Groups.LiveSessions;

/// <summary>Short ways to the usual steps of a session; each goes through the real handler.</summary>
internal static class SessionSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Ends what runs on the text and starts a session at its second paragraph; the moderator leads it, or another member to whom it is handed over.</summary>
    public static async Task<Guid> StartSessionAsync(this Stage stage, CurrentMember? facilitator = null)
    {
        if (await stage.SessionAsync() is { } running)
            (await stage.EndSessionAsync(running.Id, stage.Owner)).Must();
        var id = (await stage.Get<StartLiveSessionHandler>().HandleAsync(new StartLiveSession(stage.GroupId, stage.Text.ReadingId, "b2"), stage.Moderator, Cancellation)).Must();
        if (facilitator is not null)
            (await stage.Get<HandOverHandler>().HandleAsync(new HandOver(id, facilitator.AccountId), stage.Moderator, Cancellation)).Must();
        return id;
    }

    public static Task<LiveSessionView?> SessionAsync(this Stage stage, CurrentMember? member = null) =>
        stage.Get<LiveSessionQuery>().FindAsync(stage.GroupId, stage.Text.ReadingId, member ?? stage.Owner, Cancellation);

    public static Task<Result> EndSessionAsync(this Stage stage, Guid id, CurrentMember member) =>
        stage.Get<EndLiveSessionHandler>().HandleAsync(new EndLiveSession(id), member, Cancellation);

    public static Task<Result> RaiseAsync(this Stage stage, Guid id, CurrentMember member, bool isUp = true) =>
        stage.Get<RaiseHandHandler>().HandleAsync(new RaiseHand(id, isUp), member, Cancellation);

    public static async Task<Result> CallNextAsync(this Stage stage, Guid id, CurrentMember facilitator) =>
        await stage.Get<CallNextSpeakerHandler>().HandleAsync(new CallNextSpeaker(id, await stage.VersionAsync(id)), facilitator, Cancellation);

    public static Task<Result> TakeOverAsync(this Stage stage, Guid id, CurrentMember moderator, CurrentMember? from) =>
        stage.Get<TakeOverHandler>().HandleAsync(new TakeOver(id, from?.AccountId), moderator, Cancellation);

    public static async Task<int> VersionAsync(this Stage stage, Guid id)
    {
        await using var db = await stage.ReadAsync();
        return await db.LiveSessions().Where(session => session.Id == id).Select(session => session.Version).SingleAsync(Cancellation);
    }

    /// <summary>Makes anybody the one who leads, also who may not be chosen.</summary>
    public static async Task LetLeadAsync(this Stage stage, Guid id, CurrentMember member)
    {
        await using var db = await stage.ReadAsync();
        await db.LiveSessions().Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.FacilitatorId, member.AccountId), Cancellation);
    }
}
