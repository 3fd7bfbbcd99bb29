using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>Keeps a passage as the first end of a link, in the place of the one that was kept before.</summary>
public sealed record BeginLink(Guid GroupId, Guid ReadingId, Passage Passage);

public sealed class BeginLinkHandler(WriteTransactions writes, TimeProvider time)
{
    public async Task<Result> HandleAsync(BeginLink request, CurrentMember member, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync((db, ct) => KeepAsync(db, request, member, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two pages began at once: the later one counts.
            return await writes.RunAsync((db, ct) => KeepAsync(db, request, member, ct), cancellationToken);
        }
    }

    private async Task<Result> KeepAsync(StudyGroupDbContext db, BeginLink request, CurrentMember member, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, member, Permission.Read, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (!await db.ShelfItems().AnyAsync(item => item.GroupId == request.GroupId && item.ReadingId == request.ReadingId, cancellationToken))
            return Error.NotFound;
        if (!await db.Editions().AnyAsync(edition => edition.Id == request.Passage.EditionId && edition.ReadingId == request.ReadingId, cancellationToken))
            return Errors.BadPassage;

        var described = await Selectors.DescribeAsync(db, request.Passage, cancellationToken);
        if (!described.Succeeded)
            return described.Error;

        await db.LinkStarts().Where(start => start.AccountId == member.AccountId && start.GroupId == request.GroupId).ExecuteDeleteAsync(cancellationToken);
        db.LinkStarts().Add(new LinkStart
        {
            AccountId = member.AccountId,
            GroupId = request.GroupId,
            ReadingId = request.ReadingId,
            EditionId = request.Passage.EditionId,
            StartBlock = described.Value.Start.Key,
            StartOffset = described.Value.StartOffset,
            EndBlock = described.Value.End.Key,
            EndOffset = described.Value.EndOffset,
            Quote = described.Value.Quote,
            At = time.GetUtcNow(),
        });
        return Result.Success;
    }
}
