using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StudyGroup.Load.Wire;

namespace StudyGroup.Load.Hubs;

/// <summary>What the server calls: the whole record, unparsed, and when it arrived.</summary>
internal delegate void HubCall(ReadOnlySpan<byte> record, long at);

/// <summary>A connection to a SignalR hub in its JSON protocol.</summary>
internal sealed class JsonHub : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly byte[] Ping = Record("""{"type":6}""");
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> pending = new();
    private readonly TaskCompletionSource handshake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Line line;
    private readonly HubCall? called;
    private long invocations;

    private JsonHub(Line line, HubCall? called)
    {
        this.line = line;
        this.called = called;
    }

    /// <summary>Completes when the connection is gone.</summary>
    public Task Ended => line.Ended;

    /// <param name="address">Of the hub, with ws or wss.</param>
    /// <param name="headers">Who asks.</param>
    /// <param name="invoker">Opens the connection.</param>
    /// <param name="called">Hears what the server calls.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    public static async Task<JsonHub> OpenAsync(
        Uri address, IEnumerable<KeyValuePair<string, string>> headers, HttpMessageInvoker invoker, HubCall? called, CancellationToken cancellationToken)
    {
        var line = await Line.OpenAsync(address, headers, invoker, WebSocketMessageType.Text, cancellationToken);
        var hub = new JsonHub(line, called);
        line.Start(hub.Take, Ping);
        line.Send(Record("""{"protocol":"json","version":1}"""));
        _ = hub.FailAtEndAsync();
        try
        {
            await hub.handshake.Task.WaitAsync(Patience, cancellationToken);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="HubRefusal">The hub said no.</exception>
    /// <exception cref="IOException">The connection ended before the answer.</exception>
    public async Task<JsonElement> InvokeAsync(string method, object?[] arguments, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref invocations).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        if (line.Ended.IsCompleted)
            Fail(answer);
        line.Send(Record(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, Web)));
        try
        {
            return await answer.Task.WaitAsync(Patience, cancellationToken);
        }
        finally
        {
            pending.TryRemove(id, out _);
            _ = answer.Task.Exception;
        }
    }

    public ValueTask DisposeAsync() => line.DisposeAsync();

    private static byte[] Record(string json) => [.. Encoding.UTF8.GetBytes(json), RecordEnd];

    private void Fail(TaskCompletionSource<JsonElement> waiting) => waiting.TrySetException(new IOException("The connection to the hub ended.", line.Fault));

    private int Take(ReadOnlySpan<byte> received, long at)
    {
        var taken = 0;
        while (received[taken..].IndexOf(RecordEnd) is >= 0 and var length)
        {
            Hear(received.Slice(taken, length), at);
            taken += length + 1;
        }

        return taken;
    }

    private void Hear(ReadOnlySpan<byte> record, long at)
    {
        if (record.StartsWith("{\"type\":1,"u8))
            called?.Invoke(record, at);
        else if (record.StartsWith("{\"type\":3"u8))
            Complete(record);
        else if (record.StartsWith("{}"u8))
            handshake.TrySetResult();
        else if (record.StartsWith("{\"error\""u8))
            handshake.TrySetException(new HubRefusal(Encoding.UTF8.GetString(record)));
    }

    private void Complete(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        var completion = JsonElement.ParseValue(ref reader);
        if (!pending.TryRemove(completion.GetProperty("invocationId").GetString() ?? "", out var answer))
            return;
        if (completion.TryGetProperty("error", out var error))
            answer.TrySetException(new HubRefusal(error.GetString() ?? ""));
        else
            answer.TrySetResult(completion.TryGetProperty("result", out var result) ? result : default);
    }

    private async Task FailAtEndAsync()
    {
        await line.Ended;
        handshake.TrySetException(new IOException("The hub closed the connection before it began.", line.Fault));
        _ = handshake.Task.Exception;
        foreach (var (_, answer) in pending)
            Fail(answer);
    }
}
