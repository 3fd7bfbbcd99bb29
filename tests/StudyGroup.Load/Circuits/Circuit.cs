using System.Net.WebSockets;
using System.Text;
using StudyGroup.Load.Server;
using StudyGroup.Load.Wire;

namespace StudyGroup.Load.Circuits;

/// <summary>What a circuit drew: the raw batch, and when it arrived.</summary>
internal delegate void Drawn(ReadOnlySpan<byte> batch, long at);

/// <summary>
/// An open page's circuit without a browser: gets the page, starts its islands as the script does, says of every batch that it was drawn, and
/// answers every call into JavaScript with success. Nothing is laid out, painted or run.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource interactive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Drawn? drawn;
    private readonly Line line;
    private bool isGreeted;
    private bool isAttached;
    private long jsObjects;

    private Circuit(Line line, Drawn? drawn)
    {
        this.line = line;
        this.drawn = drawn;
    }

    /// <summary>Completes when the circuit is gone.</summary>
    public Task Ended => line.Ended;

    /// <summary>Render batches so far.</summary>
    public int Batches { get; private set; }

    /// <summary>Set when a component failed and the server gave the circuit up.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Opens a page and returns when its islands answer.</summary>
    public static async Task<Circuit> OpenAsync(SignedInMember member, string path, Drawn? drawn, CancellationToken cancellationToken)
    {
        var islands = PageIslands.In(await member.GetTextAsync(path, cancellationToken));
        if (islands.Count == 0)
            throw new LoadException($"{path} has no islands.");

        var line = await Line.OpenAsync(member.Socket("/_blazor"), member.SocketHeaders, member.Site.Invoker, WebSocketMessageType.Binary, cancellationToken);
        var circuit = new Circuit(line, drawn);
        line.Start(circuit.Take, PackMessage.Ping);
        _ = circuit.FailAtEndAsync();
        try
        {
            line.Send(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
            line.Send(PackMessage.Invoke("0", "StartCircuit", member.Site.Address.ToString(), new Uri(member.Site.Address, path).ToString(), "[]", islands.State));
            await circuit.started.Task.WaitAsync(Patience, cancellationToken);
            line.Send(PackMessage.Invoke(null, "UpdateRootComponents", islands.Operations, islands.State));
            await circuit.interactive.Task.WaitAsync(Patience, cancellationToken);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => line.DisposeAsync();

    private int Take(ReadOnlySpan<byte> received, long at)
    {
        var taken = 0;
        if (!isGreeted)
        {
            taken = received.IndexOf((byte)0x1e) + 1;
            isGreeted = taken > 0;
        }

        while (isGreeted && PackMessage.TryFrame(received[taken..], out var start, out var length))
        {
            Hear(received.Slice(taken + start, length), at);
            taken += start + length;
        }

        return taken;
    }

    private void Hear(ReadOnlySpan<byte> message, long at)
    {
        var reader = new PackReader(message);
        reader.ReadArray();
        switch (reader.ReadInteger())
        {
            case PackMessage.Completion:
                HearStarted(ref reader);
                break;
            case PackMessage.Invocation:
                reader.Skip();
                reader.Skip();
                HearCall(reader.ReadText(), ref reader, at);
                break;
        }
    }

    private void HearStarted(ref PackReader reader)
    {
        const long result = 3;
        reader.Skip();
        reader.Skip();
        if (reader.ReadInteger() == result && reader.ReadText() is { Length: > 0 })
            started.TrySetResult();
        else
            started.TrySetException(new IOException("The server did not start the circuit."));
    }

    private void HearCall(string? method, ref PackReader reader, long at)
    {
        var arguments = reader.ReadArray();
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = reader.ReadInteger();
                Batches++;
                drawn?.Invoke(reader.ReadBytes(), at);
                line.Send(PackMessage.Invoke(null, "OnRenderCompleted", batch, null));
                break;
            case "JS.BeginInvokeJS":
                Answer(ref reader, arguments);
                break;
            case "JS.EndUpdateRootComponents":
                isAttached = true;
                break;
            case "JS.Error":
                HasFailed = true;
                interactive.TrySetException(new IOException("A component of the page failed: " + reader.ReadText()));
                break;
        }

        if (isAttached && Batches > 0)
            interactive.TrySetResult();
    }

    private void Answer(ref PackReader reader, int arguments)
    {
        var call = JsCall.Read(ref reader, arguments);
        if (call.Handle == 0)
            return;

        var result = call.Wanted is JsCall.Object or JsCall.Stream ? call.ResultWith(++jsObjects) : "null";
        line.Send(PackMessage.Invoke(null, "EndInvokeJSFromDotNet", call.Handle, true, $"[{call.Handle},true,{result}]"));
    }

    private async Task FailAtEndAsync()
    {
        await line.Ended;
        var end = new IOException("The circuit's connection ended.", line.Fault);
        started.TrySetException(end);
        interactive.TrySetException(end);
        // Nobody may be waiting any more.
        _ = started.Task.Exception;
        _ = interactive.Task.Exception;
    }
}
