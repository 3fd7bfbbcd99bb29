using System.Net;
using System.Net.Sockets;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>A line between a browser and the program that can be cut and mended: a port of its own, passed on byte by byte.</summary>
public sealed class CuttableLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private readonly List<TcpClient> open = [];
    private readonly int target;
    private readonly Task accepting;
    private bool isCut;

    public CuttableLine(AppProcess app)
    {
        target = new Uri(app.Address).Port;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Address => $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Breaks every connection, and every new one at once.</summary>
    public void Cut()
    {
        lock (gate)
        {
            isCut = true;
            open.ForEach(client => client.Dispose());
            open.Clear();
        }
    }

    public void Mend()
    {
        lock (gate)
            isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Cut();
        await accepting;
        listener.Dispose();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (; ; )
                _ = PassAsync(await listener.AcceptTcpClientAsync(ending.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            if (!Enter(near, far))
                return;

            try
            {
                await far.ConnectAsync(IPAddress.Loopback, target, ending.Token);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), ending.Token), far.GetStream().CopyToAsync(near.GetStream(), ending.Token));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // The line was cut: that is what it is for.
            }
        }
    }

    private bool Enter(params TcpClient[] ends)
    {
        lock (gate)
        {
            if (!isCut)
                open.AddRange(ends);
            return !isCut;
        }
    }
}
