using System.Globalization;

namespace StudyGroup.Web.Readings;

/// <summary>A publication's date in the reader's language, as exact as it is known.</summary>
public static class PrintedDate
{
    /// <param name="date">ISO 8601: a year, a month or a day; anything else is shown as it stands.</param>
    public static string? Of(string? date) => date?.Length switch
    {
        7 when DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
        10 when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
        _ => date,
    };
}
