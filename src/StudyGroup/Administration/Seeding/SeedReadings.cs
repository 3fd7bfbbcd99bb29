using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Seeding;

/// <summary>Made-up texts of some 110 KB, with headings, on a group's shelf.</summary>
public sealed class SeedReadings(IDbContextFactory<StudyGroupDbContext> contexts, ImportReadingsHandler handler)
{
    private const int Sections = 14;
    private const int ParagraphsInSection = 16;

    public async Task AddAsync(Guid groupId, int count, IProgress<int> progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await db.ShelfItems().CountAsync(item => item.GroupId == groupId, cancellationToken);
        for (var number = 1; number <= count; number++)
        {
            var added = await handler.HandleAsync(new ImportReadings(Document(groupId, there + number), groupId), importer: null, cancellationToken);
            if (!added.Succeeded)
                throw new InvalidOperationException($"A made-up text was refused: {added.Error.Message}");
            progress.Report(number);
        }
    }

    private static ImportedDocument Document(Guid groupId, int number)
    {
        var words = new SeedWords(number);
        var title = string.Create(CultureInfo.InvariantCulture, $"{words.Title()}, Part {number}");
        var blocks = new List<BlockDraft>();
        for (var section = 0; section < Sections; section++)
        {
            blocks.Add(new BlockDraft(BlockKind.Heading, words.Title(), Level: 2));
            for (var paragraph = 0; paragraph < ParagraphsInSection; paragraph++)
                blocks.Add(new BlockDraft(BlockKind.Paragraph, words.Paragraph()));
        }

        return new ImportedDocument(
            string.Create(CultureInfo.InvariantCulture, $"seed-{number}.md"),
            Secret.Hash($"{groupId}/{number}"),
            Issue: null,
            [new ReadingDraft { Title = title, Authors = [SeedWords.NameOf(number)], Publication = "Made-up Papers", Date = "2026", Blocks = blocks }]);
    }
}
