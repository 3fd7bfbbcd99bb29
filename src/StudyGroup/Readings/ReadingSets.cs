using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Readings;

/// <summary>What this area stores.</summary>
public static class ReadingSets
{
    public static DbSet<Reading> Readings(this StudyGroupDbContext db) => db.Set<Reading>();

    public static DbSet<Edition> Editions(this StudyGroupDbContext db) => db.Set<Edition>();

    public static DbSet<Block> Blocks(this StudyGroupDbContext db) => db.Set<Block>();

    /// <summary>The blocks of an edition in the order of the text, to read.</summary>
    public static Task<List<Block>> BlocksOfAsync(this StudyGroupDbContext db, Guid editionId, CancellationToken cancellationToken) =>
        db.Blocks().AsNoTracking().Where(block => block.EditionId == editionId).OrderBy(block => block.Position).ToListAsync(cancellationToken);

    public static DbSet<Footnote> Footnotes(this StudyGroupDbContext db) => db.Set<Footnote>();

    public static DbSet<EditionImage> EditionImages(this StudyGroupDbContext db) => db.Set<EditionImage>();

    public static DbSet<Issue> Issues(this StudyGroupDbContext db) => db.Set<Issue>();

    public static DbSet<ReadingPosition> ReadingPositions(this StudyGroupDbContext db) => db.Set<ReadingPosition>();
}
