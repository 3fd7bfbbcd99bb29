using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Administration.Seeding;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations.Editions;

public sealed class ManyMarksTests(ITestOutputHelper output)
{
    private const int Marks = 10_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Ten_thousand_marks_are_carried_over_in_some_seconds(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var words = new SeedWords(7);
        var paragraphs = Enumerable.Range(0, 240).Select(_ => words.Paragraph()).ToArray();
        var text = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(EditionSteps.Document(paragraphs, "A Long One"), stage.GroupId), stage.Moderator, Cancellation)).Must()[0];
        await AddMarksAsync(stage, text.Id);
        var heard = new List<int>();

        // A word of every other paragraph is another one, and every twelfth paragraph is gone.
        var changed = paragraphs.Select((paragraph, place) => place % 2 == 0 ? paragraph.Replace("the ", "this ", StringComparison.Ordinal) : paragraph).Where((_, place) => place % 12 != 5).ToArray();
        var clock = Stopwatch.StartNew();
        var imported = (await stage.Get<ImportReadingsHandler>().HandleAsync(
            new ImportReadings(EditionSteps.Document(changed, "A Long One"), stage.GroupId) { Progress = new Heard(heard) }, stage.Moderator, Cancellation)).Must()[0];

        output.WriteLine($"{engine}: {Marks} marks on {paragraphs.Sum(paragraph => paragraph.Length) / 1024} KB in {clock.ElapsedMilliseconds} ms");
        Assert.Equal(ImportedAs.NewEdition, imported.As);
        Assert.Equal((10, Marks), (heard.Count, heard[^1]));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await using var db = await stage.ReadAsync();
        var counts = await db.CarriedMarks().GroupBy(mark => mark.Outcome).Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, Cancellation);
        Assert.Equal(Marks, counts.Values.Sum());
        Assert.InRange(counts[CarryOutcome.Kept], Marks * 0.8, Marks);
        Assert.Equal(Marks, await db.Annotations().CountAsync(mark => mark.EditionId == db.Readings().Single(reading => reading.Id == text.Id).CurrentEditionId, Cancellation));
    }

    private static async Task AddMarksAsync(Stage stage, Guid readingId)
    {
        await using var db = await stage.ReadAsync();
        var edition = await db.Readings().Where(reading => reading.Id == readingId).Select(reading => reading.CurrentEditionId).SingleAsync(Cancellation);
        var blocks = (await db.BlocksOfAsync(edition, Cancellation)).Where(block => block.Kind == BlockKind.Paragraph).ToList();
        var random = new Random(11);
        var now = stage.Core.Clock.GetUtcNow();
        var marks = Enumerable.Range(0, Marks).Select(number =>
        {
            var selectors = Selectors.Within(blocks[number % blocks.Count], random.Next(20), 40 + random.Next(200));
            return new Annotation
            {
                Id = Guid.CreateVersion7(now),
                GroupId = stage.GroupId,
                ReadingId = readingId,
                EditionId = edition,
                AuthorId = stage.Ana.AccountId,
                Kind = AnnotationKind.Highlight,
                IsPrivate = number % 3 == 0,
                StartBlock = selectors.Start.Key,
                StartPosition = selectors.Start.Position,
                StartOffset = selectors.StartOffset,
                EndBlock = selectors.End.Key,
                EndPosition = selectors.End.Position,
                EndOffset = selectors.EndOffset,
                Quote = selectors.Quote,
                Prefix = selectors.Prefix,
                Suffix = selectors.Suffix,
                Sequence = number,
                IdempotencyKey = Guid.CreateVersion7(now),
                CreatedAt = now,
            };
        });
        await db.Database.OpenConnectionAsync(Cancellation);
        await db.WriteAllAsync([.. marks], Cancellation);
    }

    private sealed class Heard(List<int> counts) : IProgress<int>
    {
        public void Report(int value) => counts.Add(value);
    }
}
