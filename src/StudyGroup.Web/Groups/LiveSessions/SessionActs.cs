using StudyGroup.Groups.LiveSessions;
using StudyGroup.Shared;

namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>Brings the buttons of who leads to the handlers.</summary>
public sealed class SessionActs(
    CallNextSpeakerHandler next, ExtendTurnHandler extend, PauseTurnHandler pause, SetTurnLengthHandler length, HandOverHandler handOver, EndLiveSessionHandler end)
{
    public Task<Result> DoAsync(SessionAct act, LiveSessionView seen, CurrentMember member) => act.Kind switch
    {
        SessionActKind.Next => next.HandleAsync(new CallNextSpeaker(seen.Id, seen.Version), member, CancellationToken.None),
        SessionActKind.AddFive => extend.HandleAsync(new ExtendTurn(seen.Id, seen.Version, act.Minutes), member, CancellationToken.None),
        SessionActKind.Pause => pause.HandleAsync(new PauseTurn(seen.Id, IsPaused: true), member, CancellationToken.None),
        SessionActKind.GoOn => pause.HandleAsync(new PauseTurn(seen.Id, IsPaused: false), member, CancellationToken.None),
        SessionActKind.TurnLength => length.HandleAsync(new SetTurnLength(seen.Id, act.Minutes), member, CancellationToken.None),
        SessionActKind.HandOver => handOver.HandleAsync(new HandOver(seen.Id, act.AccountId), member, CancellationToken.None),
        _ => end.HandleAsync(new EndLiveSession(seen.Id), member, CancellationToken.None),
    };
}
