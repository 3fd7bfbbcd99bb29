using StudyGroup.Groups.LiveSessions;
using StudyGroup.Shared;

namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>What its reader does in a session, and the words on the buttons for it.</summary>
public sealed partial class LiveSessionBar
{
    /// <summary>What the page's script knows of the session; times are in milliseconds.</summary>
    /// <param name="Left">What is left of a turn that stands still.</param>
    private sealed record BarState(string Block, bool IsOver, bool Leads, bool Follows, bool Hand, long? EndsAt, long? Left, string Five, string One, string Over);

    private BarState State => new(
        session.BlockKey,
        session.EndedAt is not null,
        Leads,
        isFollowing && !Leads,
        MayDiscuss && !Leads,
        session.Turn is { PausedAt: null } turn ? turn.EndsAt.ToUnixTimeMilliseconds() : null,
        session.Turn is { PausedAt: { } since } paused ? (long)(paused.EndsAt - since).TotalMilliseconds : null,
        Text["SaidFive"],
        Text["SaidOne"],
        Text["SaidOver"]);

    private string ShortPlace => session.Paragraph is { } number ? Text["Place", number] : "";

    private string PlaceText => session.Paragraph is not { } number ? ""
        : Blocks.Count(block => block.Number is not null) is > 0 and var count ? Text["PlaceOf", number, count] : Text["Place", number];

    private string StateText => session.FacilitatorName is not { } name ? Text["Nobody"] : IsAway ? Text["Away", name] : isFollowing ? Text["Following", name] : Text["Leads", name];

    private string FollowText => !hasFollowed ? Text["Follow"]
        : session is { FacilitatorName: { } name, Paragraph: { } number } ? Text["BackTo", name, number]
        : Text["Back"];

    private string ShortFollow => hasFollowed && session.Paragraph is { } number ? Text["BackPlace", number] : FollowText;

    private string SpeakersText => session.Queue.Count == 0 ? Text["Speakers"] : Text["SpeakersWait", session.Queue.Count];

    private Task ToggleHandAsync() => TryAsync(() => RaiseHand.HandleAsync(new RaiseHand(session.Id, !IsWaiting && !Speaks), Member, CancellationToken.None));

    private Task TakeOverAsync() => TryAsync(() => TakeOver.HandleAsync(new TakeOver(session.Id, session.FacilitatorId), Member, CancellationToken.None));

    private Task ActAsync(SessionAct act) => TryAsync(() => Acts.DoAsync(act, session, Member));

    private Task LeadAsync(string block) => TryAsync(() => LeadToParagraph.HandleAsync(new LeadToParagraph(session.Id, block), Member, CancellationToken.None));

    private Task StepAsync(int direction) => BlockAt(direction) is { } block ? LeadAsync(block) : Task.CompletedTask;

    /// <summary>The paragraph before or after the one where everybody is.</summary>
    private string? BlockAt(int direction)
    {
        var at = -1;
        for (var index = 0; index < Blocks.Count; index++)
            at = Blocks[index].Key == session.BlockKey ? index : at;
        for (var index = at + direction; at >= 0 && index >= 0 && index < Blocks.Count; index += direction)
        {
            if (Blocks[index].Number is not null)
                return Blocks[index].Key;
        }

        return null;
    }

    // A second press before the answer to the first one would be about something that the reader has not seen.
    private async Task TryAsync(Func<Task<Result>> act)
    {
        if (isBusy)
            return;

        isBusy = true;
        try
        {
            refusal = (await act()).Error?.Message;
        }
        finally
        {
            isBusy = false;
        }
    }
}
