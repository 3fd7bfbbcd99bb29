using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using StudyGroup.Persistence;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Readings;

/// <summary>
/// Editions as the page shows them. An edition never changes, so its HTML is made once and kept in memory, up to <see cref="MostCharacters"/> characters over all.
/// </summary>
public sealed class EditionPages(IDbContextFactory<StudyGroupDbContext> contexts) : IDisposable
{
    private const long MostCharacters = 32_000_000;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>The caller has made sure that the member may see the reading.</summary>
    public async Task<EditionPage> GetAsync(Guid editionId, CancellationToken cancellationToken)
    {
        if (pages.TryGetValue(editionId, out EditionPage? known) && known is not null)
            return known;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var blocks = await db.Blocks().AsNoTracking().Where(block => block.EditionId == editionId).OrderBy(block => block.Position).ToListAsync(cancellationToken);
        var notes = await db.Footnotes().AsNoTracking().Where(note => note.EditionId == editionId).OrderBy(note => note.Position).ToListAsync(cancellationToken);
        var language = await (
            from edition in db.Editions()
            where edition.Id == editionId
            join reading in db.Readings() on edition.ReadingId equals reading.Id
            select reading.Language).SingleAsync(cancellationToken);
        var page = EditionRenderer.Render(new EditionText(blocks, notes, language));
        pages.Set(editionId, page, new MemoryCacheEntryOptions { Size = page.Html.Length, SlidingExpiration = TimeSpan.FromHours(1) });
        return page;
    }

    public void Dispose() => pages.Dispose();
}
