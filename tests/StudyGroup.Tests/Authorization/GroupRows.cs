using StudyGroup.Groups;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Groups, their shelves and the texts on them.</summary>
internal static class GroupRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(CreateGroupHandler), "nothing yet", Everybody, Act(async (stage, actor) =>
            (await stage.Get<CreateGroupHandler>().HandleAsync(new CreateGroup("Night Walkers"), actor, Cancellation)).Error)),
        new(nameof(ImportReadingsHandler), "the group", Moderators, Act((stage, actor) => ImportAsync(stage, actor, stage.GroupId))),
        new(nameof(ImportReadingsHandler), "another group", StrangerOnly, Act((stage, actor) => ImportAsync(stage, actor, stage.ElsewhereId))),
        new(nameof(ShelveReadingHandler), "the group, with a text one has imported", Moderators, async (stage, actor) =>
        {
            var own = await StrayTextAsync(stage, actor);
            return async () => (await stage.Get<ShelveReadingHandler>().HandleAsync(new ShelveReading(stage.GroupId, own), actor, Cancellation)).Error;
        }),
        new(nameof(ShelveReadingHandler), "the group, with a text of another group", [Outcome.Missing, Outcome.Missing, Outcome.Refused, Outcome.Refused, Outcome.Missing, Outcome.Missing, Outcome.Missing], Act(async (stage, actor) =>
            (await stage.Get<ShelveReadingHandler>().HandleAsync(new ShelveReading(stage.GroupId, stage.TextElsewhere.ReadingId), actor, Cancellation)).Error)),
        new(nameof(ShelveReadingHandler), "another group, with a text of one's own group", NotThere, Act(async (stage, actor) =>
            (await stage.Get<ShelveReadingHandler>().HandleAsync(new ShelveReading(stage.ElsewhereId, stage.Text.ReadingId), actor, Cancellation)).Error)),
        new(nameof(MarkPositionHandler), "a text of the group", Members, Act(async (stage, actor) =>
            (await stage.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(stage.Text.ReadingId, "b2"), actor, Cancellation)).Error)),
        new(nameof(MarkPositionHandler), "a text of another group", StrangerOnly, Act(async (stage, actor) =>
            (await stage.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(stage.TextElsewhere.ReadingId, "b2"), actor, Cancellation)).Error)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Error?> ImportAsync(Stage stage, CurrentMember actor, Guid groupId) =>
        (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(StagedText.Document($"Brought by {actor.Name}"), groupId), actor, Cancellation)).Error;

    // A text that its importer may see although no group of theirs has it: imported into a group that was theirs alone.
    private static async Task<Guid> StrayTextAsync(Stage stage, CurrentMember importer)
    {
        var own = (await stage.Get<CreateGroupHandler>().HandleAsync(new CreateGroup($"Desk of {importer.Name}"), importer, Cancellation)).Must();
        var imported = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(StagedText.Document($"Found by {importer.Name}"), own.Id), importer, Cancellation)).Must();
        return imported[0].Id;
    }
}
