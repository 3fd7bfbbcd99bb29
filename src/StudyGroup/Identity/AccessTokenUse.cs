using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Remembers when access tokens were last used and writes it down once a minute, so that a busy script does not cost a write for each of its reads.</summary>
public sealed partial class AccessTokenUse(WriteTransactions transactions, TimeProvider time, ILogger<AccessTokenUse> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> used = [];

    public void Note(Guid tokenId) => used[tokenId] = time.GetUtcNow();

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var written = used.ToArray();
        if (written.Length == 0)
            return;

        await transactions.RunAsync(
            async (db, ct) =>
            {
                foreach (var (id, at) in written)
                    await db.AccessTokens().Where(token => token.Id == id).ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, at), ct);
                return Result.Success;
            },
            cancellationToken);

        // Only what was written goes: a use that came in between stays for the next round.
        foreach (var pair in written)
            used.TryRemove(pair);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A time of last use is worth neither the service nor an access: the next round writes it.
                LogNotWritten(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The times of last use of access tokens could not be written")]
    private partial void LogNotWritten(Exception exception);
}
