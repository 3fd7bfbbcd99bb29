using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Annotations.Editions;

/// <summary>Short ways to changed texts and to what became of the marks on them.</summary>
internal static class EditionSteps
{
    public const string Title = "The Uncounted Door";
    public const string Third = "By evening two of the doors had been painted, and the lamplighter began again with a longer list.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A document with these paragraphs under the staged text's title and heading.</summary>
    public static ImportedDocument Document(IEnumerable<string> paragraphs, string title = Title) => new(
        "door-again.md",
        Secret.Hash(string.Join('\n', paragraphs) + title),
        Issue: null,
        [
            new ReadingDraft
            {
                Title = title,
                Authors = ["Mara Quent"],
                Blocks = [new BlockDraft(BlockKind.Heading, "Doors", Level: 2), .. paragraphs.Select(words => new BlockDraft(BlockKind.Paragraph, words))],
            },
        ]);

    public static async Task<ImportedReading> ReviseAsync(this Stage stage, params string[] paragraphs) =>
        Assert.Single((await stage.ReviseAsync(stage.Moderator, paragraphs)).Must());

    public static Task<Result<IReadOnlyList<ImportedReading>>> ReviseAsync(this Stage stage, CurrentMember editor, params string[] paragraphs) =>
        stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(Document(paragraphs), stage.GroupId), editor, Cancellation);

    /// <summary>Marks words of a paragraph of the staged text, the first being number 1.</summary>
    public static async Task<Guid> MarkAsync(this Stage stage, CurrentMember author, int paragraph, string words, bool isPrivate = false)
    {
        await using var db = await stage.ReadAsync();
        var edition = await stage.CurrentEditionAsync();
        var block = await db.Blocks().SingleAsync(row => row.EditionId == edition && row.Number == paragraph, Cancellation);
        var start = block.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"“{words}” is not in “{block.Text}”.");
        return await stage.MarkAsync(author, new Passage(edition, new TextPoint(block.Key, start), new TextPoint(block.Key, start + words.Length)), isPrivate);
    }

    public static async Task<Guid> MarkAsync(this Stage stage, CurrentMember author, Passage passage, bool isPrivate = false) =>
        (await stage.Get<AddAnnotationHandler>().HandleAsync(
            new AddAnnotation(Guid.CreateVersion7(), stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, isPrivate, passage), author, Cancellation)).Must();

    public static async Task<Guid> CurrentEditionAsync(this Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.Readings().Where(reading => reading.Id == stage.Text.ReadingId).Select(reading => reading.CurrentEditionId).SingleAsync(Cancellation);
    }

    public static async Task<Annotation> MarkRowAsync(this Stage stage, Guid id)
    {
        await using var db = await stage.ReadAsync();
        return await db.Annotations().AsNoTracking().SingleAsync(mark => mark.Id == id, Cancellation);
    }

    /// <summary>The words that a mark stands on now.</summary>
    public static async Task<string> WordsOfAsync(this Stage stage, Guid id)
    {
        var mark = await stage.MarkRowAsync(id);
        await using var db = await stage.ReadAsync();
        var text = await db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Key == mark.StartBlock).Select(block => block.Text).SingleAsync(Cancellation);
        return mark.StartBlock == mark.EndBlock ? text[mark.StartOffset..mark.EndOffset] : text[mark.StartOffset..];
    }

    public static async Task<CarryOver> NewestCarryOverAsync(this Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.CarryOvers().AsNoTracking().Where(row => row.ReadingId == stage.Text.ReadingId).OrderByDescending(row => row.Number).FirstAsync(Cancellation);
    }

    public static async Task<CarriedMark> CarriedAsync(this Stage stage, Guid annotationId)
    {
        var newest = await stage.NewestCarryOverAsync();
        await using var db = await stage.ReadAsync();
        return await db.CarriedMarks().AsNoTracking().SingleAsync(row => row.CarryOverId == newest.Id && row.AnnotationId == annotationId, Cancellation);
    }
}
