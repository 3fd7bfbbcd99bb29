using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads gives the word to the next hand, and takes it from who has it.</summary>
/// <param name="Version">What was seen: pressed twice at once, it counts once.</param>
public sealed record CallNextSpeaker(Guid SessionId, int Version);

public sealed class CallNextSpeakerHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(CallNextSpeaker request, CurrentMember facilitator, CancellationToken cancellationToken) => decision.LeadAsync(
        request.SessionId,
        LiveSessionEvents.TurnChanged,
        facilitator,
        moment => moment.Session.Version != request.Version ? LiveSessionErrors.MovedOn
            : moment.Session.CallNext(moment.Now) ? null
            : LiveSessionErrors.NobodyWaits,
        cancellationToken);
}
