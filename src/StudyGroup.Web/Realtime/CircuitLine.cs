using Microsoft.AspNetCore.Components.Server.Circuits;

namespace StudyGroup.Web.Realtime;

/// <summary>The line between a page and its circuit. The circuit outlives a cut for some minutes; the member is not there meanwhile.</summary>
public sealed class CircuitLine : CircuitHandler
{
    /// <summary>The line was cut, or is up again.</summary>
    public event Action<bool>? Changed;

    public bool IsUp { get; private set; } = true;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(isUp: false);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(isUp: true);

    private Task SetAsync(bool isUp)
    {
        IsUp = isUp;
        Changed?.Invoke(isUp);
        return Task.CompletedTask;
    }
}
