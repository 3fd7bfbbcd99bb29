using System.Net;
using System.Net.WebSockets;

namespace StudyGroup.Web.Tests.Site;

/// <summary>A WebSocket as any program may open it, with whatever headers it likes.</summary>
public sealed class Socket : IDisposable
{
    private readonly ClientWebSocket socket = new();

    /// <summary>How the server answered; 101 when the socket is open.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The extensions that the server agreed to, such as compression.</summary>
    public string Extensions { get; private set; } = "";

    public static async Task<Socket> OpenAsync(Uri site, string path, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        var opened = new Socket();
        opened.socket.Options.CollectHttpResponseDetails = true;
        opened.socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        foreach (var (name, value) in headers)
            opened.socket.Options.SetRequestHeader(name, value);
        try
        {
            await opened.socket.ConnectAsync(new UriBuilder(new Uri(site, path)) { Scheme = "ws" }.Uri, cancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says it.
        }

        opened.Status = opened.socket.HttpStatusCode;
        opened.Extensions = opened.socket.HttpResponseHeaders?.TryGetValue("Sec-WebSocket-Extensions", out var extensions) == true ? string.Join(", ", extensions) : "";
        return opened;
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken) =>
        socket.SendAsync(message, type, endOfMessage: true, cancellationToken).AsTask();

    /// <summary>The next message; null when the line is closed or broken.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return message.ToArray();
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>How long it takes until the server closes the line.</summary>
    public async Task<TimeSpan> ClosedAfterAsync(CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await ReceiveAsync(cancellationToken) is not null)
        {
            // What comes before the end does not matter.
        }

        return TimeProvider.System.GetElapsedTime(start);
    }

    public void Dispose() => socket.Dispose();
}
