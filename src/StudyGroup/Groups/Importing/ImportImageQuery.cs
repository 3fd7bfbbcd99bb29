using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>The pictures of a text that is still being imported, for its editors.</summary>
public sealed class ImportImageQuery(IDbContextFactory<StudyGroupDbContext> contexts, ImportDesk desk)
{
    /// <returns>Null for who may not see the draft, whether it exists or not.</returns>
    public async Task<ServedImage?> FindAsync(Guid draftId, string hash, CurrentMember member, CancellationToken cancellationToken)
    {
        if (!FigureImage.IsHash(hash))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.FindImportAsync(draftId, member, cancellationToken);
        if (!found.Succeeded)
            return null;
        var opened = await desk.OpenAsync(db, found.Value, StoredEdits.Read(found.Value.Edits), cancellationToken);
        return opened.Succeeded && opened.Value.Document.Images.FirstOrDefault(image => image.Hash == hash) is { } image
            ? new ServedImage(image.MediaType, image.Content.ToArray())
            : null;
    }
}
