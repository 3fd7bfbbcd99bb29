using Microsoft.AspNetCore.SignalR;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>
/// Gives a page's circuit back only to the session that opened it. A circuit outlives its line for some minutes; without this, whoever sits at
/// the browser after the end of a session could take it up again and go on as the member who left.
/// </summary>
internal sealed class CircuitOwners(TimeProvider time) : IHubFilter
{
    // The hub of circuits is not ours and not public: these are the names by which a browser's script calls it.
    private const string Hub = "ComponentHub";
    private const string Start = "StartCircuit";
    private const string Connect = "ConnectCircuit";
    private const string Resume = "ResumeCircuit";

    // Longer than the framework keeps a circuit or what was saved of it.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(4);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Owner> owners = [];
    private DateTimeOffset swept;

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.Hub.GetType().Name != Hub)
            return await next(invocationContext);

        var holder = invocationContext.Context.User?.HolderId();
        switch (invocationContext.HubMethodName)
        {
            case Connect when !IsOwner(invocationContext, holder):
                return false;
            case Resume when !IsOwner(invocationContext, holder):
                return null;
        }

        var answer = await next(invocationContext);
        var opened = invocationContext.HubMethodName switch
        {
            Start or Resume => answer as string,
            Connect when answer is true => invocationContext.HubMethodArguments[0] as string,
            _ => null,
        };
        if (opened is not null)
            Remember(opened, holder, invocationContext.Context);
        return answer;
    }

    private bool IsOwner(HubInvocationContext invocation, Guid? holder)
    {
        if (invocation.HubMethodArguments is not [string secret, ..])
            return false;

        lock (gate)
            return owners.TryGetValue(Secret.Hash(secret), out var owner) && owner.HolderId == holder;
    }

    private void Remember(string secret, Guid? holder, HubCallerContext connection)
    {
        var key = Secret.Hash(secret);
        var now = time.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            owners[key] = new Owner(holder, now, connection.ConnectionAborted);
        }
    }

    // A line of many hours keeps its circuit: what has not been let go of is not forgotten.
    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < Remembered)
            return;

        swept = now;
        foreach (var (key, owner) in owners)
        {
            if (owner.Line.IsCancellationRequested && now - owner.Since > Remembered)
                owners.Remove(key);
        }
    }

    private sealed record Owner(Guid? HolderId, DateTimeOffset Since, CancellationToken Line);
}
