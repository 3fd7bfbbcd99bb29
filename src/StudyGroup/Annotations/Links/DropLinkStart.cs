using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>Forgets the first end of a link that the member began in the group.</summary>
public sealed record DropLinkStart(Guid GroupId);

public sealed class DropLinkStartHandler(WriteTransactions writes)
{
    /// <summary>Where nothing was begun, nothing happens.</summary>
    public Task<Result> HandleAsync(DropLinkStart request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            await db.LinkStarts().Where(start => start.AccountId == member.AccountId && start.GroupId == request.GroupId).ExecuteDeleteAsync(ct);
            return Result.Success;
        },
        cancellationToken);
}
