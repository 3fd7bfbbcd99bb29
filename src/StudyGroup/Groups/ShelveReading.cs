using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Puts a reading that the moderator can see already on the shelf of a group.</summary>
public sealed record ShelveReading(Guid GroupId, Guid ReadingId);

public sealed class ShelveReadingHandler(WriteTransactions writes, Shelving shelving)
{
    /// <returns>The reading's address within the group; the one it has when it stands there already.</returns>
    public async Task<Result<string>> HandleAsync(ShelveReading request, CurrentMember member, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync((db, ct) => ShelveAsync(db, request, member, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two moderators shelved it at once: it stands there now.
            return await writes.RunAsync((db, ct) => ShelveAsync(db, request, member, ct), cancellationToken);
        }
    }

    private async Task<Result<string>> ShelveAsync(StudyGroupDbContext db, ShelveReading request, CurrentMember member, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, member, Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (await db.ReadingsFor(member).SingleOrDefaultAsync(row => row.Id == request.ReadingId, cancellationToken) is not { } reading)
            return Error.NotFound;

        var there = await db.ShelfItems().SingleOrDefaultAsync(item => item.GroupId == request.GroupId && item.ReadingId == request.ReadingId, cancellationToken);
        return there is not null ? there.Slug : (await shelving.AddAsync(db, request.GroupId, [reading], member.AccountId, cancellationToken))[0];
    }
}
