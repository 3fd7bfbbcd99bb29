using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>Drafts are for the moderators of their group; for everybody else they do not exist.</summary>
internal static class ImportAccess
{
    public static async Task<Result<ImportDraft>> FindImportAsync(this StudyGroupDbContext db, Guid draftId, CurrentMember editor, CancellationToken cancellationToken)
    {
        if (await db.ImportDrafts().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken) is not { } draft)
            return Error.NotFound;
        return (await db.AskAsync(draft.GroupId, editor, Permission.Moderate, cancellationToken)).Succeeded ? draft : Error.NotFound;
    }

    /// <summary>As the other form, refusing an editor who saw another version.</summary>
    public static async Task<Result<ImportDraft>> FindImportAsync(this StudyGroupDbContext db, Guid draftId, int version, CurrentMember editor, CancellationToken cancellationToken)
    {
        var found = await db.FindImportAsync(draftId, editor, cancellationToken);
        return found.Succeeded && found.Value.Version != version ? ImportErrors.Changed : found;
    }
}
