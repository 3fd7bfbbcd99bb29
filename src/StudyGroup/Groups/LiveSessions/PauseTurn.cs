using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads stops the speaker's time, or lets it go on.</summary>
public sealed record PauseTurn(Guid SessionId, bool IsPaused);

public sealed class PauseTurnHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(PauseTurn request, CurrentMember facilitator, CancellationToken cancellationToken) => decision.LeadAsync(
        request.SessionId,
        LiveSessionEvents.TurnChanged,
        facilitator,
        moment => moment.Session.SpeakerId is null ? LiveSessionErrors.NobodySpeaks
            : moment.Session.Pause(request.IsPaused, moment.Now) ? null
            : LiveSessionErrors.Unchanged,
        cancellationToken);
}
