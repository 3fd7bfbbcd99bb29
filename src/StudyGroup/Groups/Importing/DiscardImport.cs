using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>Throws a draft away, with the file as it was received. What was published of it stays.</summary>
public sealed record DiscardImport(Guid DraftId);

public sealed class DiscardImportHandler(WriteTransactions writes)
{
    public Task<Result> HandleAsync(DiscardImport request, CurrentMember editor, CancellationToken cancellationToken) =>
        writes.RunAsync(
            async (db, ct) =>
            {
                var found = await db.FindImportAsync(request.DraftId, editor, ct);
                if (!found.Succeeded)
                    return found.Error;

                db.ImportDrafts().Remove(found.Value);
                return Result.Success;
            },
            cancellationToken);
}
