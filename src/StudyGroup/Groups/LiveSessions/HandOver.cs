using Microsoft.EntityFrameworkCore;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads lets another member lead, who may speak in the group.</summary>
public sealed record HandOver(Guid SessionId, Guid AccountId);

public sealed class HandOverHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(HandOver request, CurrentMember facilitator, CancellationToken cancellationToken) => decision.LeadAsync(
        request.SessionId,
        LiveSessionEvents.FacilitatorChanged,
        facilitator,
        async (moment, ct) =>
        {
            var heir = await moment.Db.Memberships().AsNoTracking()
                .SingleOrDefaultAsync(row => row.GroupId == moment.Session.GroupId && row.AccountId == request.AccountId, ct);
            if (heir is null || !GroupPolicy.Allows(Permission.Discuss, heir.Role, heir.Status))
                return LiveSessionErrors.MayNotLead;
            return moment.Session.Lead(request.AccountId) ? null : LiveSessionErrors.Unchanged;
        },
        cancellationToken);
}
