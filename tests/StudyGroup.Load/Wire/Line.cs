using System.Diagnostics;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace StudyGroup.Load.Wire;

/// <summary>One WebSocket: what is sent keeps its order, what arrives is a stream of bytes. Ends by itself when the other side is gone.</summary>
internal sealed class Line : IAsyncDisposable
{
    private const int FirstBuffer = 4096;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource gone = new();
    private readonly Channel<ReadOnlyMemory<byte>> outgoing = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly WebSocketMessageType type;

    private Line(WebSocketMessageType type) => this.type = type;

    /// <summary>What arrived and could not be understood; null when the line ended otherwise.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Completes when nothing more will arrive.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <exception cref="WebSocketException">The server refused, or is not there.</exception>
    public static async Task<Line> OpenAsync(
        Uri address, IEnumerable<KeyValuePair<string, string>> headers, HttpMessageInvoker invoker, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        var line = new Line(type);
        line.socket.Options.KeepAliveInterval = TimeSpan.Zero;
        foreach (var (name, value) in headers)
            line.socket.Options.SetRequestHeader(name, value);
        try
        {
            await line.socket.ConnectAsync(address, invoker, cancellationToken);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins to read, to send and to show life.</summary>
    public void Start(Consume consume, ReadOnlyMemory<byte> ping)
    {
        Ended = ReadAsync(consume);
        _ = WriteAsync();
        _ = BeatAsync(ping);
    }

    public void Send(ReadOnlyMemory<byte> message) => outgoing.Writer.TryWrite(message);

    public async ValueTask DisposeAsync()
    {
        if (!gone.IsCancellationRequested)
            await gone.CancelAsync();
        outgoing.Writer.TryComplete();
        socket.Abort();
        await Ended;
        socket.Dispose();
    }

    private async Task ReadAsync(Consume consume)
    {
        var buffer = new byte[FirstBuffer];
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var received = await socket.ReceiveAsync(buffer.AsMemory(filled), gone.Token);
                var at = Stopwatch.GetTimestamp();
                if (received.MessageType == WebSocketMessageType.Close)
                    return;

                filled += received.Count;
                var taken = consume(buffer.AsSpan(0, filled), at);
                buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
                filled -= taken;
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The line broke or was let go of: both are an end, and who waits for an answer is told by Ended.
        }
        catch (Exception exception)
        {
            Fault = exception;
        }
        finally
        {
            outgoing.Writer.TryComplete();
            await gone.CancelAsync();
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(gone.Token))
                await socket.SendAsync(message, type, endOfMessage: true, gone.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // As above; the reader notices.
        }
    }

    private async Task BeatAsync(ReadOnlyMemory<byte> ping)
    {
        try
        {
            using var timer = new PeriodicTimer(Heartbeat);
            while (await timer.WaitForNextTickAsync(gone.Token))
                Send(ping);
        }
        catch (OperationCanceledException)
        {
            // The line ended.
        }
    }
}
