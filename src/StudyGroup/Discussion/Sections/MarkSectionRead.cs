using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>The member has read this section and has nothing to say on it: what others said is shown. <paramref name="Section"/> is the key of its heading, or a name of <see cref="OpenedSection"/>.</summary>
public sealed record MarkSectionRead(Guid GroupId, Guid ReadingId, string Section);

public sealed class MarkSectionReadHandler(WriteTransactions writes, SectionOpening opening)
{
    /// <summary>A second time changes nothing.</summary>
    public Task<Result> HandleAsync(MarkSectionRead request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var asked = await db.AskAsync(request.GroupId, member, Permission.Read, ct);
            if (!asked.Succeeded)
                return asked.Error;
            if (!await db.ShelfItems().AnyAsync(item => item.GroupId == request.GroupId && item.ReadingId == request.ReadingId, ct) || !await IsThereAsync(db, request, ct))
                return Error.NotFound;

            await opening.OpenAsync(db, request.GroupId, request.ReadingId, request.Section, member, ct);
            return Result.Success;
        },
        cancellationToken);

    private static async Task<bool> IsThereAsync(StudyGroupDbContext db, MarkSectionRead request, CancellationToken cancellationToken) =>
        request.Section == OpenedSection.Whole || await (
            from reading in db.Readings()
            where reading.Id == request.ReadingId
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            where block.Section == request.Section
            select block).AnyAsync(cancellationToken);
}
