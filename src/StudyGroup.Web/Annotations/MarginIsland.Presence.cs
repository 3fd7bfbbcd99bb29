using Microsoft.AspNetCore.Components;
using StudyGroup.Realtime;
using StudyGroup.Web.Realtime;

namespace StudyGroup.Web.Annotations;

/// <summary>That its reader is here, and where: as long as the line to their page is up.</summary>
public sealed partial class MarginIsland
{
    private PresentTab? tab;
    private ITimer? staying;

    [Inject] public required Presence Presence { get; init; }

    [Inject] public required CircuitLine Line { get; init; }

    /// <summary>Presence expires after a minute; an open page says more often that it is still there.</summary>
    private static TimeSpan StayEvery => TimeSpan.FromSeconds(25);

    private void Enter()
    {
        tab = Presence.Enter(Topic.Reading(GroupId, ReadingId), GroupId, Member, Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"));
        Line.Changed += StayWith;
        staying = Time.CreateTimer(_ => StayWith(Line.IsUp), null, StayEvery, StayEvery);
    }

    private async ValueTask GoAsync()
    {
        Line.Changed -= StayWith;
        if (staying is not null)
            await staying.DisposeAsync();
        tab?.Dispose();
    }

    private void StayWith(bool lineIsUp)
    {
        if (lineIsUp)
            tab?.Stay();
        else
            tab?.Dispose();
    }
}
