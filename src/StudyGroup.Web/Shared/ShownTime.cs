using System.Globalization;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Shared;

/// <summary>A moment as a reader sees it: in their zone, exact or as the distance from now.</summary>
public readonly record struct ShownTime(DateTimeOffset At, DateTimeOffset Now, TimeZoneInfo Zone, CultureInfo Culture)
{
    private DateTime Local => TimeZoneInfo.ConvertTime(At, Zone).DateTime;

    private DateTime LocalNow => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    /// <summary>"Thursday 19 November 2026, 20:14"</summary>
    public string Full => Local.ToString("dddd d MMMM yyyy, HH:mm", Culture);

    /// <summary>"Thu 19 Nov, 20:14", with the year where it is not this one.</summary>
    public string Absolute => Local.ToString(Local.Year == LocalNow.Year ? "ddd d MMM, HH:mm" : "d MMM yyyy, HH:mm", Culture);

    /// <summary>"just now", "4 min", "2 h", "Yesterday", "Tue", "19 Nov", "19 Nov 2025".</summary>
    public string Relative(IStringLocalizer<SharedTexts> text)
    {
        var age = Now - At;
        var days = (LocalNow.Date - Local.Date).Days;
        return (age, days) switch
        {
            ({ TotalSeconds: < 0 }, _) => Absolute,
            ({ TotalMinutes: < 1 }, _) => text["JustNow"],
            ({ TotalHours: < 1 }, _) => text["MinutesAgo", (int)age.TotalMinutes],
            (_, 0) => text["HoursAgo", (int)age.TotalHours],
            (_, 1) => text["Yesterday"],
            (_, < 7) => Local.ToString("ddd", Culture),
            _ => Local.ToString(Local.Year == LocalNow.Year ? "d MMM" : "d MMM yyyy", Culture),
        };
    }
}
