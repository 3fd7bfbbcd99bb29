using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Asks the moderators to look at a comment.</summary>
public sealed record ReportComment(Guid CommentId, string Reason);

public sealed class ReportCommentHandler(WriteTransactions writes, TimeProvider time)
{
    /// <summary>Once for each member and comment, which a unique index decides.</summary>
    public async Task<Result> HandleAsync(ReportComment request, CurrentMember reporter, CancellationToken cancellationToken)
    {
        if (Errors.Check(request.Reason) is { } refusal)
            return refusal;

        try
        {
            return await writes.RunAsync((db, ct) => AddAsync(db, request, reporter, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return Errors.ReportedAlready;
        }
    }

    private async Task<Result> AddAsync(StudyGroupDbContext db, ReportComment request, CurrentMember reporter, CancellationToken cancellationToken)
    {
        var place = await (
            from comment in db.Comments()
            where comment.Id == request.CommentId && comment.DeletedAt == null
            join thread in db.Threads() on comment.ThreadId equals thread.Id
            where !thread.IsPrivate
            select new { thread.GroupId, IsClosed = db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == reporter.AccountId) }).SingleOrDefaultAsync(cancellationToken);
        if (place is null)
            return Error.NotFound;

        var asked = await db.AskAsync(place.GroupId, reporter, Permission.Discuss, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (place.IsClosed)
            return Discussion.Errors.OwnNoteFirst;

        var now = time.GetUtcNow();
        db.Reports().Add(new Report
        {
            Id = Guid.CreateVersion7(now),
            GroupId = place.GroupId,
            CommentId = request.CommentId,
            ReporterId = reporter.AccountId,
            Reason = request.Reason.Trim(),
            ReportedAt = now,
        });
        return Result.Success;
    }
}
