using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>Hears what other nodes say on a connection of its own. After a cut it comes back by itself, and the tail looks at every stream.</summary>
internal sealed partial class PostgresListener(IOptions<DatabaseOptions> database, TailSignal signal, LiveRelay relay, TimeProvider time, ILogger<PostgresListener> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Value.Provider != DatabaseProvider.Postgres)
            return;

        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await ConnectAsync(stoppingToken);
                pause = FirstPause;
                signal.Lost();
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogCut(pause, exception);
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        // Outside of the pool, and asking for a sign of life every few seconds: a half-open line would stay silent for ever.
        var settings = new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { Pooling = false, KeepAlive = 5, CommandTimeout = 5, Timeout = 5 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            connection.Notification += (_, notice) => Hear(notice);
            await connection.OpenAsync(cancellationToken);
            await using var listen = new NpgsqlCommand($"LISTEN {PostgresChannels.Events}; LISTEN {PostgresChannels.Live};", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private void Hear(NpgsqlNotificationEventArgs notice)
    {
        if (notice.Channel == PostgresChannels.Live)
            relay.Receive(notice.Payload);
        else if (Guid.TryParse(notice.Payload, out var streamId))
            signal.Moved(streamId);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The line to PostgreSQL is cut; listening again in {Pause}")]
    private partial void LogCut(TimeSpan pause, Exception exception);
}
