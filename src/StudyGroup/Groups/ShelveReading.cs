using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Puts a reading that the moderator can see already on the shelf of a group.</summary>
public sealed record ShelveReading(Guid GroupId, Guid ReadingId);

public sealed class ShelveReadingHandler(WriteTransactions writes, Shelving shelving)
{
    /// <returns>The reading's address within the group; the one it has when it stands there already.</returns>
    public Task<Result<string>> HandleAsync(ShelveReading request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync<string>(
        async (db, ct) =>
        {
            var asked = await db.AskAsync(request.GroupId, member, Permission.Moderate, ct);
            if (!asked.Succeeded)
                return asked.Error;
            if (await db.ReadingsFor(member).SingleOrDefaultAsync(row => row.Id == request.ReadingId, ct) is not { } reading)
                return Error.NotFound;

            var there = await db.ShelfItems().SingleOrDefaultAsync(item => item.GroupId == request.GroupId && item.ReadingId == request.ReadingId, ct);
            return there is not null ? there.Slug : (await shelving.AddAsync(db, request.GroupId, [reading], member.AccountId, ct))[0];
        },
        cancellationToken);
}
