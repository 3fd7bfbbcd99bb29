using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>Tells the other nodes over PostgreSQL, once a second, what tabs do here, and hears what they do there. With SQLite there is only this node.</summary>
internal sealed partial class LiveRelay(IOptions<DatabaseOptions> database, Presence presence, Typing typing, LiveNotes notes, TimeProvider time, ILogger<LiveRelay> logger) : BackgroundService
{
    // PostgreSQL refuses 8,000 bytes and more.
    private const int MostBytes = 7_500;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly PeriodicTimer timer = new(Beat, time);
    private readonly Guid node = Guid.CreateVersion7(time.GetUtcNow());

    public void Receive(string payload)
    {
        LiveMessage? message;
        try
        {
            message = JsonSerializer.Deserialize<LiveMessage>(payload, Compact);
        }
        catch (JsonException exception)
        {
            LogUnreadable(exception);
            return;
        }

        if (message is null || message.Node == node)
            return;
        foreach (var note in message.Notes)
        {
            if (!Topic.TryParse(note.TopicText, out var topic))
                continue;
            if (note.Kind is LiveNoteKind.Typing or LiveNoteKind.StoppedTyping)
                typing.Hear(topic, note);
            else
                presence.Hear(topic, note);
        }
    }

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await TellAsync(notes.Take(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogUntold(exception);
            }
        }
    }

    private async Task TellAsync(IReadOnlyCollection<LiveNote> untold, CancellationToken cancellationToken)
    {
        if (untold.Count == 0 || database.Value.Provider != DatabaseProvider.Postgres)
            return;

        await using var connection = new NpgsqlConnection(database.Value.PostgresConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var payload in Payloads(untold))
        {
            var command = new NpgsqlBatchCommand("SELECT pg_notify($1, $2)");
            command.Parameters.Add(new NpgsqlParameter { Value = PostgresChannels.Live });
            command.Parameters.Add(new NpgsqlParameter { Value = payload });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private IEnumerable<string> Payloads(IEnumerable<LiveNote> untold)
    {
        List<LiveNote> together = [];
        var size = 0;
        foreach (var note in untold)
        {
            var more = JsonSerializer.SerializeToUtf8Bytes(note, Compact).Length + 1;
            if (size + more > MostBytes && together.Count > 0)
            {
                yield return JsonSerializer.Serialize(new LiveMessage(node, together), Compact);
                (together, size) = ([], 0);
            }

            together.Add(note);
            size += more;
        }

        yield return JsonSerializer.Serialize(new LiveMessage(node, together), Compact);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes could not be told who is here")]
    private partial void LogUntold(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node said something unreadable")]
    private partial void LogUnreadable(Exception exception);
}

/// <summary>What one node tells the others.</summary>
internal sealed record LiveMessage([property: JsonPropertyName("node")] Guid Node, [property: JsonPropertyName("notes")] IReadOnlyList<LiveNote> Notes);
