using System.Globalization;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Shared;

/// <summary>Days of the calendar in the reader's language; .NET's own patterns put the month before the day in English.</summary>
public static class WrittenDay
{
    /// <summary>"19 November"</summary>
    public static string Day(this IStringLocalizer<SharedTexts> text, DateOnly day) => day.ToString(text["PatternDay"], CultureInfo.CurrentCulture);

    /// <summary>"Thursday 19 November 2026"</summary>
    public static string FullDay(this IStringLocalizer<SharedTexts> text, DateOnly day) => day.ToString(text["PatternFullDay"], CultureInfo.CurrentCulture);

    /// <summary>A publication's date, as exact as it is known.</summary>
    /// <param name="text">Holds the patterns.</param>
    /// <param name="date">ISO 8601: a year, a month or a day; anything else is shown as it stands.</param>
    public static string? Published(this IStringLocalizer<SharedTexts> text, string? date) => date?.Length switch
    {
        7 when DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => month.ToString(text["PatternMonth"], CultureInfo.CurrentCulture),
        10 when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString(text["PatternDayOfYear"], CultureInfo.CurrentCulture),
        _ => date,
    };
}
