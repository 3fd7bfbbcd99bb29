using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads says how long each may speak, from the next turn on.</summary>
public sealed record SetTurnLength(Guid SessionId, int Minutes);

public sealed class SetTurnLengthHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(SetTurnLength request, CurrentMember facilitator, CancellationToken cancellationToken) => decision.LeadAsync(
        request.SessionId,
        LiveSessionEvents.TurnChanged,
        facilitator,
        moment => request.Minutes is < 1 or > LiveSession.MostMinutes ? LiveSessionErrors.WrongMinutes
            : moment.Session.SetTurnLength(request.Minutes) ? null
            : LiveSessionErrors.Unchanged,
        cancellationToken);
}
