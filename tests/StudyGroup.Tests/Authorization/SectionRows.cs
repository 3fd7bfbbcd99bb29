using StudyGroup.Discussion.Sections;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Own note first: who decides it, and who opens a section.</summary>
internal static class SectionRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(SetOwnNoteFirstHandler), "a text of the group, on and off in turn", Moderators, (stage, actor) => SetAsync(stage, actor, stage.Text)),
        new(nameof(SetOwnNoteFirstHandler), "a text of another group", StrangerOnly, (stage, actor) => SetAsync(stage, actor, stage.TextElsewhere)),
        new(nameof(SetOwnNoteFirstHandler), "a text that the group does not read", [Outcome.Missing, Outcome.Missing, Outcome.Refused, Outcome.Refused, Outcome.Missing, Outcome.Missing, Outcome.Missing],
            (stage, actor) => SetAsync(stage, actor, stage.TextElsewhere with { GroupId = stage.GroupId })),
        new(nameof(MarkSectionReadHandler), "a section", Members, Act((stage, actor) => ReadAsync(stage, actor, stage.Text, "b1"))),
        new(nameof(MarkSectionReadHandler), "the reading as a whole", Members, Act((stage, actor) => ReadAsync(stage, actor, stage.Text, OpenedSection.Whole))),
        new(nameof(MarkSectionReadHandler), "a paragraph, which is no section", NotThere, Act((stage, actor) => ReadAsync(stage, actor, stage.Text, "b2"))),
        new(nameof(MarkSectionReadHandler), "a section of a text that the group does not read", NotThere, Act((stage, actor) => ReadAsync(stage, actor, stage.TextElsewhere with { GroupId = stage.GroupId }, "b1"))),
        new(nameof(MarkSectionReadHandler), "a section of another group's text", StrangerOnly, Act((stage, actor) => ReadAsync(stage, actor, stage.TextElsewhere, "b1"))),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Each person finds it off.
    private static async Task<Func<Task<Error?>>> SetAsync(Stage stage, CurrentMember actor, StagedText text)
    {
        await stage.SetOwnNoteFirstAsync(isOn: false);
        return async () => (await stage.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(text.GroupId, text.ReadingId, IsOn: true), actor, Cancellation)).Error;
    }

    private static async Task<Error?> ReadAsync(Stage stage, CurrentMember actor, StagedText text, string section) =>
        (await stage.Get<MarkSectionReadHandler>().HandleAsync(new MarkSectionRead(text.GroupId, text.ReadingId, section), actor, Cancellation)).Error;
}
