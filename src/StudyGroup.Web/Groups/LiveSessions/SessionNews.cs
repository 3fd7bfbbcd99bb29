using StudyGroup.Groups.LiveSessions;
using StudyGroup.Shared;

namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>What a screen reader is told of a change in a live session: the name of a text, and its values.</summary>
internal sealed record SessionNews(string Text, params object[] Values)
{
    public static SessionNews? Of(LiveSessionView before, LiveSessionView now, CurrentMember member, string? actor)
    {
        if (now.EndedAt is not null)
            return new SessionNews("Ended");
        if (now.FacilitatorId != before.FacilitatorId && now.FacilitatorName is { } leads)
            return now.FacilitatorId == member.AccountId ? new SessionNews("SaidYouLead") : new SessionNews("SaidLeads", leads);
        if (now.Turn is { } turn && turn.AccountId != before.Turn?.AccountId)
            return turn.AccountId == member.AccountId ? new SessionNews("SaidYourWord") : new SessionNews("SaidWord", turn.Name);
        if (now.BlockKey != before.BlockKey && now.FacilitatorId != member.AccountId && now.Paragraph is { } number)
            return new SessionNews("SaidMoved", actor ?? "", number);
        return null;
    }
}
