using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;
using StudyGroup.Tests.Annotations.Editions;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;
using static StudyGroup.Tests.Authorization.Outcome;

namespace StudyGroup.Tests.Authorization;

/// <summary>Changed texts, and where marks stand in them.</summary>
internal static class EditionRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(ImportReadingsHandler), "a changed text of the group", Moderators, (stage, actor) => ChangeAsync(stage, actor, stage.GroupId)),
        new(nameof(ImportReadingsHandler), "a changed text of another group", StrangerOnly, (stage, actor) => ChangeAsync(stage, actor, stage.ElsewhereId)),
        new(nameof(UndoEditionHandler), "a changed text of the group", Moderators, (stage, actor) => UndoAsync(stage, actor, stage.GroupId)),
        new(nameof(UndoEditionHandler), "a changed text of another group", StrangerOnly, (stage, actor) => UndoAsync(stage, actor, stage.ElsewhereId)),
        new(nameof(AcceptCarriedMarksHandler), "a changed text of the group", Moderators, (stage, actor) => AcceptAllAsync(stage, actor, stage.GroupId, stage.Ben)),
        new(nameof(AcceptCarriedMarksHandler), "a changed text of another group", StrangerOnly, (stage, actor) => AcceptAllAsync(stage, actor, stage.ElsewhereId, stage.Zoe)),
        .. OnMarks(nameof(AcceptCarriedMarkHandler), async (stage, actor, mark) => (await stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(mark), actor, Cancellation)).Error),
        .. OnMarks(nameof(AttachMarkHandler), async (stage, actor, mark) =>
            (await stage.Get<AttachMarkHandler>().HandleAsync(new AttachMark(mark, await PassageAsync(stage, mark)), actor, Cancellation)).Error),
        .. OnMarks(
            nameof(TakeBackCarriedMarkHandler),
            async (stage, actor, mark) => (await stage.Get<TakeBackCarriedMarkHandler>().HandleAsync(new TakeBackCarriedMark(mark), actor, Cancellation)).Error,
            isAccepted: true),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<HandlerRow> OnMarks(string handler, Func<Stage, CurrentMember, Guid, Task<Error?>> act, bool isAccepted = false)
    {
        Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> On(Func<Stage, CurrentMember, (CurrentMember Author, Guid GroupId, bool IsPrivate)> whose) => async (stage, actor) =>
        {
            var (author, groupId, isPrivate) = whose(stage, actor);
            var (_, mark) = await DoubtfulAsync(stage, groupId, author, isPrivate);
            if (isAccepted)
                (await stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(mark), author, Cancellation)).Must();
            return () => act(stage, actor, mark);
        };

        yield return new HandlerRow(handler, "another's mark", Moderators, On((stage, _) => (stage.Ben, stage.GroupId, false)));
        yield return new HandlerRow(handler, "another's private mark", NotThere, On((stage, _) => (stage.Ben, stage.GroupId, true)));
        yield return new HandlerRow(handler, "a mark of another group", StrangerOnly, On((stage, _) => (stage.Zoe, stage.ElsewhereId, false)));
        yield return new HandlerRow(handler, "one's own mark", [Done, Done, Done, Missing, Missing, Missing, Missing], On((stage, actor) =>
            (actor == stage.Owner || actor == stage.Moderator || actor == stage.Ana ? actor : stage.Ben, stage.GroupId, actor != stage.Owner && actor != stage.Moderator && actor != stage.Ana)));
    }

    private static async Task<Func<Task<Error?>>> ChangeAsync(Stage stage, CurrentMember actor, Guid groupId)
    {
        var text = await stage.ShelveAsync(groupId, NewTitle());
        return async () => (await stage.Get<ImportReadingsHandler>().HandleAsync(
            new ImportReadings(EditionSteps.Document([StagedText.First, NewTitle()]), groupId) { ReadingId = text.ReadingId }, actor, Cancellation)).Error;
    }

    private static async Task<Func<Task<Error?>>> UndoAsync(Stage stage, CurrentMember actor, Guid groupId)
    {
        var (carryOver, _) = await DoubtfulAsync(stage, groupId, groupId == stage.GroupId ? stage.Ben : stage.Zoe, isPrivate: false);
        return async () => (await stage.Get<UndoEditionHandler>().HandleAsync(new UndoEdition(carryOver), actor, Cancellation)).Error;
    }

    private static async Task<Func<Task<Error?>>> AcceptAllAsync(Stage stage, CurrentMember actor, Guid groupId, CurrentMember author)
    {
        var (carryOver, _) = await DoubtfulAsync(stage, groupId, author, isPrivate: false);
        return async () => (await stage.Get<AcceptCarriedMarksHandler>().HandleAsync(new AcceptCarriedMarks(carryOver, groupId), actor, Cancellation)).Error;
    }

    /// <summary>A text of its own, changed so that the place of a mark on it is in doubt.</summary>
    private static async Task<(Guid CarryOver, Guid Mark)> DoubtfulAsync(Stage stage, Guid groupId, CurrentMember author, bool isPrivate)
    {
        var text = await stage.ShelveAsync(groupId, NewTitle());
        var start = StagedText.Second.IndexOf("nobody", StringComparison.Ordinal);
        var passage = new Passage(text.EditionId, new TextPoint("b3", start), new TextPoint("b3", StagedText.Second.Length - 1));
        var mark = (await stage.Get<AddAnnotationHandler>().HandleAsync(
            new AddAnnotation(Guid.CreateVersion7(), groupId, text.ReadingId, AnnotationKind.Highlight, isPrivate, passage), author, Cancellation)).Must();
        var changed = StagedText.Second.Replace("say whose", "tell which", StringComparison.Ordinal);
        (await stage.Get<ImportReadingsHandler>().HandleAsync(
            new ImportReadings(EditionSteps.Document([StagedText.First, changed, NewTitle()]), groupId) { ReadingId = text.ReadingId }, importer: null, Cancellation)).Must();
        await using var db = await stage.ReadAsync();
        return (await db.CarryOvers().Where(row => row.ReadingId == text.ReadingId).Select(row => row.Id).SingleAsync(Cancellation), mark);
    }

    private static async Task<Passage> PassageAsync(Stage stage, Guid mark)
    {
        await using var db = await stage.ReadAsync();
        var edition = await db.Annotations().Where(row => row.Id == mark).Select(row => row.EditionId).SingleAsync(Cancellation);
        var block = await db.Blocks().FirstAsync(row => row.EditionId == edition && row.Kind == BlockKind.Paragraph, Cancellation);
        return new Passage(edition, new TextPoint(block.Key, 0), new TextPoint(block.Key, 10));
    }

    private static string NewTitle() => $"Text {Guid.CreateVersion7():N}";
}
