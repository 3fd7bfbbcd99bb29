using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace StudyGroup.Load.Server;

/// <summary>
/// Makes another .NET process collect its garbage. The runtime does so when a trace that asks for collections begins; the trace goes through the
/// diagnostic socket that every .NET process has, so the product needs no door for it.
/// </summary>
internal static class ForcedCollection
{
    private const string Provider = "Microsoft-Windows-DotNETRuntime";
    private const ulong CollectKeyword = 0x800000;
    private const uint Informational = 4;
    private const byte EventPipe = 2;
    private const byte StopTracing = 1;
    private const byte CollectTracing = 3;
    private const int HeaderLength = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly byte[] Magic = "DOTNET_IPC_V1\0"u8.ToArray();

    /// <returns>Whether it was done; not where there is no diagnostic socket.</returns>
    public static async Task<bool> TryRunAsync(int processId, CancellationToken cancellationToken)
    {
        var path = Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{processId}-*-socket").FirstOrDefault();
        if (path is null)
            return false;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var trace = await OpenAsync(path, patience.Token);
            await trace.WriteAsync(Command(CollectTracing, CollectRequest()), patience.Token);
            var answer = new byte[HeaderLength + sizeof(ulong)];
            await trace.ReadExactlyAsync(answer, patience.Token);

            // The trace ends only while somebody reads what it has to say.
            var rest = trace.CopyToAsync(Stream.Null, patience.Token);
            await using var stop = await OpenAsync(path, patience.Token);
            await stop.WriteAsync(Command(StopTracing, answer[HeaderLength..]), patience.Token);
            await rest;
            return true;
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static async Task<NetworkStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static byte[] Command(byte command, byte[] payload)
    {
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)(HeaderLength + payload.Length));
        return [.. Magic, .. size, EventPipe, command, 0, 0, .. payload];
    }

    // Megabytes of buffer, format of the trace, no rundown, one provider: keywords, level, name, no filter.
    private static byte[] CollectRequest() =>
    [
        .. BitConverter.GetBytes(1u), .. BitConverter.GetBytes(1u), 0,
        .. BitConverter.GetBytes(1u), .. BitConverter.GetBytes(CollectKeyword), .. BitConverter.GetBytes(Informational),
        .. BitConverter.GetBytes((uint)Provider.Length + 1), .. Encoding.Unicode.GetBytes(Provider + '\0'), .. BitConverter.GetBytes(0u),
    ];
}
