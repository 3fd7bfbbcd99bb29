using System.Globalization;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Shared;

/// <summary>A moment as a reader sees it: in their zone and language, exact or as the distance from now.</summary>
public readonly record struct ShownTime(DateTimeOffset At, DateTimeOffset Now, TimeZoneInfo Zone, IStringLocalizer<SharedTexts> Text)
{
    private DateTime Local => TimeZoneInfo.ConvertTime(At, Zone).DateTime;

    private DateTime LocalNow => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    /// <summary>"Thursday 19 November 2026, 20:14"</summary>
    public string Full => Write("FullDay") + Write("Clock");

    /// <summary>"Thu 19 Nov, 20:14", with the year where it is not this one.</summary>
    public string Absolute => Write(IsThisYear ? "Weekday" : "ShortDayOfYear") + Write("Clock");

    /// <summary>"just now", "4 min", "2 h", "Yesterday", "Tue", "19 Nov", "19 Nov 2025".</summary>
    public string Relative
    {
        get
        {
            var age = Now - At;
            var days = (LocalNow.Date - Local.Date).Days;
            return (age, days) switch
            {
                ({ TotalSeconds: < 0 }, _) => Absolute,
                ({ TotalMinutes: < 1 }, _) => Text["JustNow"],
                ({ TotalHours: < 1 }, _) => Text["MinutesAgo", (int)age.TotalMinutes],
                (_, 0) => Text["HoursAgo", (int)age.TotalHours],
                (_, 1) => Text["Yesterday"],
                (_, < 7) => Local.ToString("ddd", CultureInfo.CurrentCulture),
                _ => Write(IsThisYear ? "ShortDay" : "ShortDayOfYear"),
            };
        }
    }

    private bool IsThisYear => Local.Year == LocalNow.Year;

    private string Write(string pattern) => Local.ToString(Text[$"Pattern{pattern}"], CultureInfo.CurrentCulture);
}
