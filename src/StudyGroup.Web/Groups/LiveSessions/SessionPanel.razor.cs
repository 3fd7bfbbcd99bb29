using System.Globalization;
using Microsoft.AspNetCore.Components;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Realtime;

namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>The speakers of a live session, and what who leads decides about them.</summary>
public sealed partial class SessionPanel
{
    private static readonly int[] Lengths = [1, 2, 3, 5, 10, 15];

    private Guid heir;
    private bool isEnding;

    [Parameter, EditorRequired] public required LiveSessionView Session { get; set; }

    [Parameter, EditorRequired] public required Guid Me { get; set; }

    [Parameter, EditorRequired] public required bool Leads { get; set; }

    [Parameter, EditorRequired] public required bool MayEnd { get; set; }

    /// <summary>Who has the text open.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<PresentMember> Present { get; set; }

    /// <summary>Whether it is shown where it does not stand beside the text.</summary>
    [Parameter, EditorRequired] public required bool IsOpen { get; set; }

    [Parameter, EditorRequired] public required EventCallback<SessionAct> Act { get; set; }

    private IEnumerable<PresentMember> Others => Present.Where(member => member.AccountId != Me);

    /// <summary>From 1; 0 where one's hand is down.</summary>
    private int MyPlace => Session.Queue.TakeWhile(speaker => speaker.AccountId != Me).Count() is var before && before < Session.Queue.Count ? before + 1 : 0;

    private Task ChangeLengthAsync(ChangeEventArgs chosen) =>
        int.TryParse(chosen.Value?.ToString(), CultureInfo.InvariantCulture, out var minutes) ? Act.InvokeAsync(new SessionAct(SessionActKind.TurnLength, minutes)) : Task.CompletedTask;
}
