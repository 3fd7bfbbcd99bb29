using Microsoft.EntityFrameworkCore;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads brings everybody to a block of the text.</summary>
public sealed record LeadToParagraph(Guid SessionId, string BlockKey);

public sealed class LeadToParagraphHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(LeadToParagraph request, CurrentMember facilitator, CancellationToken cancellationToken) => decision.LeadAsync(
        request.SessionId,
        LiveSessionEvents.Moved,
        facilitator,
        async (moment, ct) =>
        {
            var (session, edition) = (moment.Session, await moment.Db.EditionOnShelfAsync(moment.Session.GroupId, moment.Session.ReadingId, ct));
            if (!await moment.Db.Blocks().AnyAsync(block => block.EditionId == edition && block.Key == request.BlockKey, ct))
                return LiveSessionErrors.NoParagraph;
            return session.Move(request.BlockKey, moment.Now) ? null : LiveSessionErrors.Unchanged;
        },
        cancellationToken);
}
