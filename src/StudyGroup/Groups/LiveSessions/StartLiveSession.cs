using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>A moderator begins to lead the group through a text, from a block of it or from its first paragraph.</summary>
public sealed record StartLiveSession(Guid GroupId, Guid ReadingId, string? BlockKey = null);

public sealed class StartLiveSessionHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <returns>Id of the session.</returns>
    public async Task<Result<Guid>> HandleAsync(StartLiveSession request, CurrentMember facilitator, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync((db, ct) => StartAsync(db, request, facilitator, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return LiveSessionErrors.Running;
        }
    }

    private async Task<Result<Guid>> StartAsync(StudyGroupDbContext db, StartLiveSession request, CurrentMember facilitator, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(request.GroupId, facilitator, Permission.Moderate, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (await db.EditionOnShelfAsync(request.GroupId, request.ReadingId, cancellationToken) is not { } edition)
            return Error.NotFound;

        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await events.AppendAsync(
            db, request.GroupId, new NewEvent(LiveSessionEvents.Started, facilitator.AccountId) { ReadingId = request.ReadingId, SubjectId = id }, cancellationToken);
        if (await db.LiveSessions().AnyAsync(row => row.GroupId == request.GroupId && row.ReadingId == request.ReadingId && row.EndedAt == null, cancellationToken))
            return LiveSessionErrors.Running;

        var blocks = db.Blocks().Where(block => block.EditionId == edition);
        var key = request.BlockKey is { } wanted
            ? await blocks.Where(block => block.Key == wanted).Select(block => block.Key).SingleOrDefaultAsync(cancellationToken)
            : await blocks.OrderBy(block => block.Number == null).ThenBy(block => block.Position).Select(block => block.Key).FirstOrDefaultAsync(cancellationToken);
        if (key is null)
            return LiveSessionErrors.NoParagraph;

        db.LiveSessions().Add(LiveSession.Start(id, request.GroupId, request.ReadingId, facilitator.AccountId, key, now));
        return id;
    }
}
