using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>The button that pins a thread and takes the pin out; the day is one of the moderator's own zone.</summary>
public sealed partial class ThreadPin
{
    private const int UsualDays = 14;

    private ModalDialog? dialog;
    private bool isAsked;
    private DateOnly today;
    private DateOnly day;
    private TimeZoneInfo zone = TimeZoneInfo.Utc;
    private string? refusal;

    [Inject] public required PinThreadHandler PinThread { get; init; }

    [Inject] public required UnpinThreadHandler UnpinThread { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter, EditorRequired] public required Guid ThreadId { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required bool IsPinned { get; set; }

    private DateOnly LastDay => today.AddYears(1);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task AskAsync()
    {
        refusal = null;
        if (IsPinned)
        {
            refusal = (await UnpinThread.HandleAsync(new UnpinThread(ThreadId), Member, CancellationToken.None)).Error?.Message;
            return;
        }

        zone = (await Authentication).User.Zone();
        today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), zone).DateTime);
        day = today.AddDays(UsualDays);
        isAsked = true;
    }

    private async Task PinAsync()
    {
        // The last minute of the day: what is said of the pin names the day that was chosen.
        var end = day.ToDateTime(new TimeOnly(23, 59));
        var done = await PinThread.HandleAsync(new PinThread(ThreadId, new DateTimeOffset(end, zone.GetUtcOffset(end))), Member, CancellationToken.None);
        refusal = done.Error?.Message;
        if (done.Succeeded && dialog is not null)
            await dialog.CloseAsync();
    }
}
