using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace StudyGroup.Tests.Databases;

/// <summary>A line to PostgreSQL that can be cut, or go silent without a word, and come back.</summary>
public sealed class FaultyLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private readonly List<TcpClient> open = [];
    private readonly NpgsqlConnectionStringBuilder server;
    private TaskCompletionSource passing = new();
    private bool isCut;

    public FaultyLine(TestDatabase database)
    {
        server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        passing.SetResult();
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>As the program would have it: without the tests' longer time limits.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Username={server.Username};Password={server.Password};Database={server.Database}";

    /// <summary>Breaks every connection and refuses new ones.</summary>
    public void Cut()
    {
        lock (gate)
        {
            isCut = true;
            CloseAll();
        }
    }

    /// <summary>Connections stay, and new ones are accepted, but nothing comes through.</summary>
    public void Silence()
    {
        lock (gate)
            passing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>New connections work; those of the bad time are gone.</summary>
    public void Heal()
    {
        lock (gate)
        {
            CloseAll();
            isCut = false;
            passing.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        Cut();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(ending.Token);
            var upstream = new TcpClient();
            lock (gate)
            {
                open.AddRange([client, upstream]);
                if (isCut)
                    CloseAll();
            }

            _ = CarryBothWaysAsync(client, upstream);
        }
    }

    private async Task CarryBothWaysAsync(TcpClient client, TcpClient upstream)
    {
        try
        {
            await upstream.ConnectAsync(server.Host ?? "127.0.0.1", server.Port, ending.Token);
            await Task.WhenAny(CarryAsync(client.GetStream(), upstream.GetStream()), CarryAsync(upstream.GetStream(), client.GetStream()));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The line was cut: that is what it is for.
        }

        client.Dispose();
        upstream.Dispose();
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[8192];
        int count;
        while ((count = await from.ReadAsync(buffer, ending.Token)) > 0)
        {
            await passing.Task.WaitAsync(ending.Token);
            await to.WriteAsync(buffer.AsMemory(0, count), ending.Token);
        }
    }

    private void CloseAll()
    {
        foreach (var client in open)
            client.Dispose();
        open.Clear();
    }
}
