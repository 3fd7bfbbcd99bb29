using System.Text;
using StudyGroup.Groups.Importing;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;
using static StudyGroup.Tests.Authorization.Outcome;

namespace StudyGroup.Tests.Authorization;

/// <summary>Files on their way to a shelf: for others than the moderators of their group they do not exist.</summary>
internal static class ImportRows
{
    private static readonly Outcome[] Editors = [Done, Done, Missing, Missing, Missing, Missing, Missing];

    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(ReceiveImportHandler), "the group", Moderators, Act(async (stage, actor) => (await ReceiveAsync(stage, actor, stage.GroupId)).Error)),
        new(nameof(ReceiveImportHandler), "another group", StrangerOnly, Act(async (stage, actor) => (await ReceiveAsync(stage, actor, stage.ElsewhereId)).Error)),
        new(nameof(ReceiveUploadHandler), "the group", Moderators, Act((stage, actor) => SendAsync(stage, actor, stage.GroupId))),
        new(nameof(ReceiveUploadHandler), "another group", StrangerOnly, Act((stage, actor) => SendAsync(stage, actor, stage.ElsewhereId))),
        new(nameof(EditImportHandler), "a draft of the group", Editors, On(async (stage, actor, draft) =>
            (await stage.Get<EditImportHandler>().HandleAsync(new EditImport(draft, 1, new ImportEdit(ImportEditKind.LeaveOut)), actor, Cancellation)).Error)),
        new(nameof(PublishImportHandler), "a draft of the group", Editors, On(async (stage, actor, draft) =>
            (await stage.Get<PublishImportHandler>().HandleAsync(new PublishImport(draft, 1), actor, Cancellation)).Error)),
        new(nameof(DiscardImportHandler), "a draft of the group", Editors, On(async (stage, actor, draft) =>
            (await stage.Get<DiscardImportHandler>().HandleAsync(new DiscardImport(draft), actor, Cancellation)).Error)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Error?> SendAsync(Stage stage, CurrentMember actor, Guid groupId)
    {
        var sent = new MemoryStream(Encoding.UTF8.GetBytes($"The Reeds\n\nA paragraph that {actor.Name} sent, and nobody else."));
        var received = await stage.Get<ReceiveUploadHandler>().HandleAsync(new ReceiveUpload(groupId, "reeds.txt", sent), actor, Cancellation);
        return received.Succeeded ? (await received.Value.SingleAsync(Cancellation)).Draft.Error : received.Error;
    }

    private static Task<Result<Guid>> ReceiveAsync(Stage stage, CurrentMember actor, Guid groupId) => stage.Get<ReceiveImportHandler>().HandleAsync(
        new ReceiveImport(groupId, "reeds.txt", Encoding.UTF8.GetBytes($"The Reeds\n\nA paragraph that {actor.Name} brought along, and nobody else.")), actor, Cancellation);

    private static Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> On(Func<Stage, CurrentMember, Guid, Task<Error?>> act) => async (stage, actor) =>
    {
        var draft = (await stage.Get<ReceiveImportHandler>().HandleAsync(
            new ReceiveImport(stage.GroupId, "marsh.txt", Encoding.UTF8.GetBytes($"The Marsh\n\nA paragraph that waits for {actor.Name}, and for nobody else.")), stage.Moderator, Cancellation)).Must();
        return () => act(stage, actor, draft);
    };
}
