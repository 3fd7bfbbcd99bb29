using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using StudyGroup.Web.Tests.Site;

namespace StudyGroup.Web.Tests.Realtime;

/// <summary>A program at the hub: the JSON protocol over a WebSocket, with an access token.</summary>
public sealed class HubLine : IAsyncDisposable
{
    private const char RecordEnd = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebSocket socket;
    private readonly Channel<JsonElement> calls = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> answers = Channel.CreateUnbounded<JsonElement>();
    private readonly Task listening;
    private int invocations;

    private HubLine(WebSocket socket)
    {
        this.socket = socket;
        listening = ListenAsync();
    }

    public static async Task<HubLine> OpenAsync(StudyGroupSite site, string token, CancellationToken cancellationToken)
    {
        var client = site.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {token}";
        var line = new HubLine(await client.ConnectAsync(new Uri("ws://localhost/hubs/discussion"), cancellationToken));
        await line.SendAsync("""{"protocol":"json","version":1}""", cancellationToken);
        return line;
    }

    /// <summary>The result, or the error's words.</summary>
    public async Task<(JsonElement Result, string? Error)> InvokeAsync(string method, CancellationToken cancellationToken, params object?[] arguments)
    {
        var id = $"{++invocations}";
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }), cancellationToken);
        while (true)
        {
            var answer = await answers.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            if (answer.GetProperty("invocationId").GetString() == id)
                return (answer.TryGetProperty("result", out var result) ? result : default, answer.TryGetProperty("error", out var error) ? error.GetString() : null);
        }
    }

    /// <summary>The first argument of the next call by this name; other calls are passed over.</summary>
    public async Task<JsonElement> NextAsync(string method, CancellationToken cancellationToken)
    {
        while (true)
        {
            var call = await calls.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            if (call.GetProperty("target").GetString() == method)
                return call.GetProperty("arguments")[0];
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
    }

    private Task SendAsync(string json, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json + RecordEnd), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } received)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
                var records = text.ToString().Split(RecordEnd);
                text.Clear().Append(records[^1]);
                foreach (var record in records[..^1])
                    Hear(JsonDocument.Parse(record).RootElement);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The line was cut, which some tests are about.
        }

        calls.Writer.TryComplete();
        answers.Writer.TryComplete();
    }

    private void Hear(JsonElement record)
    {
        var type = record.TryGetProperty("type", out var kind) ? kind.GetInt32() : 0;
        if (type == 1)
            calls.Writer.TryWrite(record);
        else if (type == 3)
            answers.Writer.TryWrite(record);
    }
}
