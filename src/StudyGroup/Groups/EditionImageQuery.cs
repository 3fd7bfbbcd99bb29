using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A picture as pages serve it.</summary>
public sealed record ServedImage(string MediaType, byte[] Content);

/// <summary>The pictures of texts, for who may see the text.</summary>
public sealed class EditionImageQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>Null for who may not see it, whether it exists or not.</returns>
    public async Task<ServedImage?> FindAsync(Guid editionId, string hash, CurrentMember member, CancellationToken cancellationToken)
    {
        if (!FigureImage.IsHash(hash))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from image in db.EditionImages()
            where image.EditionId == editionId && image.Hash == hash
            join edition in db.Editions() on image.EditionId equals edition.Id
            join reading in db.ReadingsFor(member) on edition.ReadingId equals reading.Id
            select new ServedImage(image.MediaType, image.Content)).SingleOrDefaultAsync(cancellationToken);
    }
}
