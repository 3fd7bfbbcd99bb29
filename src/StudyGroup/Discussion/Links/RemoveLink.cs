using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Links;

/// <summary>Takes a link away with both its ends. A moderator who takes away another's says why.</summary>
public sealed record RemoveLink(Guid LinkId, string? Reason = null);

public sealed class RemoveLinkHandler(WriteTransactions writes, EventLog events, IActTrail trail, TimeProvider time)
{
    public Task<Result> HandleAsync(RemoveLink request, CurrentMember member, CancellationToken cancellationToken) =>
        writes.RunAsync((db, ct) => RemoveAsync(db, request, member, ct), cancellationToken);

    private async Task<Result> RemoveAsync(StudyGroupDbContext db, RemoveLink request, CurrentMember member, CancellationToken cancellationToken)
    {
        var link = await db.PassageLinks().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == request.LinkId && row.RemovedAt == null && (!row.IsPrivate || row.AuthorId == member.AccountId), cancellationToken);
        if (link is null)
            return Error.NotFound;

        var isOwn = link.AuthorId == member.AccountId;
        var asked = await db.AskAsync(link.GroupId, member, isOwn ? Permission.Read : Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        var reason = request.Reason ?? "";
        if (!isOwn && Errors.CheckReason(reason) is { } refusal)
            return refusal;

        var marks = await db.Annotations().AsNoTracking().Where(mark => mark.Id == link.FromId || mark.Id == link.ToId)
            .OrderBy(mark => mark.Id).Select(mark => new { mark.Id, mark.ReadingId }).ToListAsync(cancellationToken);
        foreach (var mark in marks)
        {
            await events.AppendAsync(
                db,
                link.IsPrivate ? link.AuthorId : link.GroupId,
                new NewEvent(LinkEvents.Removed, member.AccountId) { ReadingId = mark.ReadingId, SubjectId = mark.Id },
                cancellationToken);
        }

        // The events have locked the stream: a suspension that was confirmed meanwhile holds, and of two requests at once one finds the link.
        asked = await db.AskAsync(link.GroupId, member, isOwn ? Permission.Read : Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        var now = time.GetUtcNow();
        if (await db.PassageLinks().Where(row => row.Id == link.Id && row.RemovedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, now), cancellationToken) == 0)
            return Error.NotFound;
        await db.Annotations().Where(mark => (mark.Id == link.FromId || mark.Id == link.ToId) && mark.RemovedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.RemovedAt, now), cancellationToken);
        if (!isOwn)
            trail.Note(db, link.GroupId, member, "link.remove", link.Id, reason.Trim());
        return Result.Success;
    }
}
