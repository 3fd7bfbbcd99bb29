using StudyGroup.Identity;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>A member raises a hand or takes it down; who has the word and takes the hand down is done speaking.</summary>
public sealed record RaiseHand(Guid SessionId, bool IsUp);

public sealed class RaiseHandHandler(SessionDecision decision, TimeProvider time)
{
    private const int MostInAMinute = 30;

    private readonly SlidingWindow<Guid> often = new(MostInAMinute, TimeSpan.FromMinutes(1), time);

    public async Task<Result> HandleAsync(RaiseHand request, CurrentMember member, CancellationToken cancellationToken) =>
        often.TryTake(member.AccountId)
            ? await decision.DecideAsync(
                request.SessionId,
                LiveSessionEvents.HandsChanged,
                Permission.Discuss,
                member,
                (moment, _) => Task.FromResult(request.IsUp ? Raise(moment, member) : Lower(moment, member)),
                cancellationToken)
            : LiveSessionErrors.TooOften;

    private static Error? Raise(SessionMoment moment, CurrentMember member)
    {
        if (!moment.Session.Raise(member.AccountId, moment.Sequence))
            return LiveSessionErrors.Unchanged;
        return moment.Session.Hands.Count(hand => hand.RaisedAs is not null) > LiveSession.MostHands ? LiveSessionErrors.TooManyHands : null;
    }

    private static Error? Lower(SessionMoment moment, CurrentMember member) => moment.Session.Lower(member.AccountId) ? null : LiveSessionErrors.Unchanged;
}
