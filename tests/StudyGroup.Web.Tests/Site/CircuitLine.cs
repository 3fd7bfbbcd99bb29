using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;

namespace StudyGroup.Web.Tests.Site;

/// <summary>Speaks to the server's circuits as a page's script does, in just the words that the tests need.</summary>
public sealed class CircuitLine(Socket socket)
{
    private const byte Invocation = 1;
    private const byte Completion = 3;

    public static async Task<CircuitLine> OpenAsync(Socket socket, CancellationToken cancellationToken)
    {
        await socket.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, cancellationToken);
        await socket.ReceiveAsync(cancellationToken);
        return new CircuitLine(socket);
    }

    /// <summary>Opens a circuit without any island.</summary>
    /// <returns>The secret by which it can be taken up again.</returns>
    public async Task<string?> StartAsync(Uri site, CancellationToken cancellationToken) =>
        await CallAsync("StartCircuit", cancellationToken, site.AbsoluteUri, site.AbsoluteUri, "[]", "") as string;

    public async Task<bool> ConnectAsync(string secret, CancellationToken cancellationToken) =>
        await CallAsync("ConnectCircuit", cancellationToken, secret) is true;

    private async Task<object?> CallAsync(string method, CancellationToken cancellationToken, params string[] arguments)
    {
        List<byte> body = [0x96, Invocation, 0x80, .. Text("1"), .. Text(method), (byte)(0x90 | arguments.Length), .. arguments.SelectMany(Text), 0x90];
        await socket.SendAsync((byte[])[.. Length(body.Count), .. body], WebSocketMessageType.Binary, cancellationToken);
        while (await socket.ReceiveAsync(cancellationToken) is { } message)
        {
            foreach (var frame in Frames(message))
            {
                // [3, headers, "1", kind, result?]; other frames are the circuit's own affairs.
                if (frame is [_, Completion, 0x80, 0xa1, (byte)'1', var kind, .. var result])
                    return kind == 3 ? Value(result) : null;
            }
        }

        return null;
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)bytes.Length);
        return bytes.Length < 32 ? [(byte)(0xa0 | bytes.Length), .. bytes] : [0xda, .. size, .. bytes];
    }

    private static object? Value(byte[] bytes) => bytes[0] switch
    {
        0xc2 => false,
        0xc3 => true,
        0xd9 => Encoding.UTF8.GetString(bytes.AsSpan(2, bytes[1])),
        0xda => Encoding.UTF8.GetString(bytes.AsSpan(3, BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(1)))),
        var type and >= 0xa0 and < 0xc0 => Encoding.UTF8.GetString(bytes.AsSpan(1, type & 0x1f)),
        _ => null,
    };

    // Seven bits at a time, the lowest first.
    private static byte[] Length(int length)
    {
        List<byte> bytes = [];
        for (; length > 0x7f; length >>= 7)
            bytes.Add((byte)((length & 0x7f) | 0x80));
        return [.. bytes, (byte)length];
    }

    private static IEnumerable<byte[]> Frames(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            int length = 0, shift = 0;
            byte part;
            do
            {
                part = message[at++];
                length |= (part & 0x7f) << shift;
                shift += 7;
            }
            while (part > 0x7f);
            yield return message[at..(at + length)];
            at += length;
        }
    }
}
