using StudyGroup.Shared;
using static StudyGroup.Tests.Authorization.Outcome;

namespace StudyGroup.Tests.Authorization;

/// <summary>DESIGN section 8 as rows: who gets how far with what.</summary>
internal static class HandlerRows
{
    // Owner, moderator, participant, observer; suspended, removed, stranger.
    public static readonly Outcome[] Members = [Done, Done, Done, Done, Missing, Missing, Missing];
    public static readonly Outcome[] Discussers = [Done, Done, Done, Refused, Missing, Missing, Missing];
    public static readonly Outcome[] Moderators = [Done, Done, Refused, Refused, Missing, Missing, Missing];
    public static readonly Outcome[] Owners = [Done, Refused, Refused, Refused, Missing, Missing, Missing];
    public static readonly Outcome[] NobodyInside = [Refused, Refused, Refused, Refused, Missing, Missing, Missing];
    public static readonly Outcome[] NotThere = [Missing, Missing, Missing, Missing, Missing, Missing, Missing];
    public static readonly Outcome[] Everybody = [Done, Done, Done, Done, Done, Done, Done];
    public static readonly Outcome[] StillThere = [Done, Done, Done, Done, Nothing, Nothing, Nothing];
    public static readonly Outcome[] Unmoved = [Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing];

    /// <summary>On what is the other group's, who alone belongs there gets through.</summary>
    public static readonly Outcome[] StrangerOnly = [Missing, Missing, Missing, Missing, Missing, Missing, Done];

    public static IReadOnlyList<HandlerRow> All { get; } =
        [.. AccountRows.All, .. GroupRows.All, .. EditionRows.All, .. ImportRows.All, .. MembershipRows.All, .. DiscussionRows.All, .. LinkRows.All, .. SettlingRows.All, .. MoveRows.All, .. ReactionRows.All, .. BookmarkRows.All, .. NoteRows.All, .. SectionRows.All, .. SessionRows.All, .. ModerationRows.All];

    /// <summary>An act that needs nothing put up before.</summary>
    public static Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> Act(Func<Stage, CurrentMember, Task<Error?>> act) =>
        (stage, actor) => Task.FromResult(() => act(stage, actor));
}
