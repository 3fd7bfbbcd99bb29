using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Each minute, notes which sessions somebody is in, and ends those whose time is over or that nobody was in for long.</summary>
internal sealed partial class EndEmptySessions(
    IDbContextFactory<StudyGroupDbContext> contexts, WriteTransactions writes, EventLog events, Presence presence, TimeProvider time, ILogger<EndEmptySessions> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Half an hour without anybody is measured well enough by this.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var session in await db.LiveSessions().AsNoTracking().Where(row => row.EndedAt == null).ToListAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            var isSeen = presence.In(Topic.Reading(session.GroupId, session.ReadingId)).Count > 0;
            if (session.StartedAt + LiveSession.Longest <= now || (!isSeen && session.EndsAt <= now))
                await EndAsync(session, cancellationToken);
            else if (isSeen && session.SeenAt + SeenEvery <= now)
                await SeeAsync(session.Id, now, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; what runs is looked at by the next one.
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(exception);
        }
    }

    // Another server may have ended it, or heard somebody there, since it was read: what counts is read under the lock.
    private Task<Result> EndAsync(LiveSession found, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            await events.AppendAsync(db, found.GroupId, new NewEvent(LiveSessionEvents.Closed, ActorId: null) { ReadingId = found.ReadingId, SubjectId = found.Id }, ct);
            var session = await db.LiveSessions().SingleOrDefaultAsync(row => row.Id == found.Id && row.EndedAt == null, ct);
            if (session is null || session.EndsAt > time.GetUtcNow())
                return LiveSessionErrors.Over;

            session.End(time.GetUtcNow());
            return Result.Success;
        },
        cancellationToken);

    private Task<Result> SeeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            await db.LiveSessions().Where(row => row.Id == id && row.SeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), ct);
            return Result.Success;
        },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Live sessions could not be looked through")]
    private partial void LogFault(Exception exception);
}
