using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using StudyGroup.Persistence;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Readings;

/// <summary>The words of an edition as the page shows them, with its headings and the addresses of its blocks.</summary>
public sealed record EditionPage(string Html, IReadOnlyList<ContentsHeading> Contents, IReadOnlyList<BlockAddress> Blocks)
{
    /// <summary>The block at this place of the text, or the last one where the text is shorter now.</summary>
    public ReadingStop? StopAt(int position) =>
        Blocks.Count == 0 ? null : Blocks[Math.Clamp(position, 0, Blocks.Count - 1)] is var block ? new ReadingStop(block.Key, block.Number) : null;
}

/// <summary>What a block is called: its key, and its ¶ number if it has one.</summary>
public readonly record struct BlockAddress(string Key, int? Number);

/// <summary>Where a member stopped.</summary>
public sealed record ReadingStop(string BlockKey, int? Paragraph);

/// <summary>
/// Editions as pages. An edition never changes, so its HTML is made once for each language of the interface and kept in memory, up to <see cref="MostCharacters"/> over all.
/// </summary>
public sealed class EditionPages(IDbContextFactory<StudyGroupDbContext> contexts) : IDisposable
{
    private const long MostCharacters = 32_000_000;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>The caller has made sure that the member may see the reading.</summary>
    public async Task<EditionPage> GetAsync(Guid editionId, string language, CancellationToken cancellationToken)
    {
        var key = (editionId, CultureInfo.CurrentUICulture.Name);
        if (pages.TryGetValue(key, out EditionPage? known) && known is not null)
            return known;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var blocks = await db.Blocks().AsNoTracking().Where(block => block.EditionId == editionId).OrderBy(block => block.Position).ToListAsync(cancellationToken);
        var notes = await db.Footnotes().AsNoTracking().Where(note => note.EditionId == editionId).OrderBy(note => note.Position).ToListAsync(cancellationToken);
        var rendered = EditionRenderer.Render(new EditionText(blocks, notes, language));
        var page = new EditionPage(rendered.Html, rendered.Contents, [.. blocks.Select(block => new BlockAddress(block.Key, block.Number))]);
        pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Html.Length + 1, SlidingExpiration = TimeSpan.FromHours(1) });
        return page;
    }

    public void Dispose() => pages.Dispose();
}
