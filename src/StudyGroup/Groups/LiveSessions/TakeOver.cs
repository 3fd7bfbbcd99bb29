using Microsoft.EntityFrameworkCore;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>A moderator leads on when who led is not there any more.</summary>
/// <param name="FacilitatorId">Who led when it was asked for: of two moderators at once, one takes over.</param>
public sealed record TakeOver(Guid SessionId, Guid? FacilitatorId);

public sealed class TakeOverHandler(SessionDecision decision, Presence presence)
{
    public Task<Result> HandleAsync(TakeOver request, CurrentMember moderator, CancellationToken cancellationToken) => decision.DecideAsync(
        request.SessionId,
        LiveSessionEvents.FacilitatorChanged,
        Permission.Moderate,
        moderator,
        async (moment, ct) =>
        {
            var session = moment.Session;
            if (session.FacilitatorId == moderator.AccountId)
                return LiveSessionErrors.Unchanged;
            if (session.FacilitatorId is { } leads && (leads != request.FacilitatorId || IsHere(session, leads)))
                return LiveSessionErrors.Leads(await moment.Db.Users.Where(account => account.Id == leads).Select(account => account.DisplayName).SingleAsync(ct));

            session.Lead(moderator.AccountId);
            return null;
        },
        cancellationToken);

    private bool IsHere(LiveSession session, Guid accountId) =>
        presence.In(Topic.Reading(session.GroupId, session.ReadingId)).Any(member => member.AccountId == accountId);
}
