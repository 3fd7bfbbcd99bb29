using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads lets the speaker go on for some minutes more.</summary>
/// <param name="Version">What was seen: pressed twice at once, it counts once.</param>
public sealed record ExtendTurn(Guid SessionId, int Version, int Minutes);

public sealed class ExtendTurnHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(ExtendTurn request, CurrentMember facilitator, CancellationToken cancellationToken) => decision.LeadAsync(
        request.SessionId,
        LiveSessionEvents.TurnChanged,
        facilitator,
        moment => request.Minutes is < 1 or > LiveSession.MostMinutes ? LiveSessionErrors.WrongMinutes
            : moment.Session.Version != request.Version ? LiveSessionErrors.MovedOn
            : moment.Session.Extend(request.Minutes, moment.Now) ? null
            : LiveSessionErrors.NobodySpeaks,
        cancellationToken);
}
