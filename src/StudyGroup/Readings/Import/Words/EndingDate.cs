using System.Globalization;
using System.Text.RegularExpressions;

namespace StudyGroup.Readings.Import.Words;

/// <summary>A date that a line ends with: as ISO 8601, and where in the line it begins.</summary>
internal sealed record EndingDate(string Iso, int Start)
{
    private const int Longest = 48;

    private static readonly Regex DayMonthYear = new(@"(?<d>[0-9]{1,2})(st|nd|rd|th|er|\.|º)?\s+(de\s+)?(?<m>\p{L}{3,10}\.?),?\s+(de\s+)?(?<y>[0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex MonthDayYear = new(@"(?<m>\p{L}{3,10}\.?)\s+(?<d>[0-9]{1,2})(st|nd|rd|th)?,?\s+(?<y>[0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex YearFirst = new(@"(^|[^0-9])(?<y>[0-9]{4})-(?<n>[0-9]{2})-(?<d>[0-9]{2})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Figures = new(@"(^|[^0-9])(?<d>[0-9]{1,2})[./]\s?(?<n>[0-9]{1,2})[./]\s?(?<y>[0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex MonthYear = new(@"(?<m>\p{L}{3,10}\.?),?\s+(de\s+)?(?<y>[0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex YearOnly = new(@"(^|[^0-9\p{L}.,/-])(?<y>(1[4-9]|20)[0-9]{2})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool IsFull => Iso.Length == 10;

    public static EndingDate? Of(string line)
    {
        var end = line.AsSpan().TrimEnd(" *_).]" + Marks.Quotes).Length;
        var start = Math.Max(0, end - Longest);
        var tail = line[start..end];
        foreach (var pattern in (ReadOnlySpan<Regex>)[DayMonthYear, MonthDayYear, YearFirst, Figures])
        {
            if (pattern.Match(tail) is { Success: true } match && Full(match) is { } iso)
                return new EndingDate(iso, start + First(match));
        }

        if (MonthYear.Match(tail) is { Success: true } month && MonthNames.Number(month.Groups["m"].Value) is { } number)
            return new EndingDate(string.Create(CultureInfo.InvariantCulture, $"{month.Groups["y"].Value}-{number:00}"), start + First(month));
        return YearOnly.Match(tail) is { Success: true } year ? new EndingDate(year.Groups["y"].Value, start + year.Groups["y"].Index) : null;
    }

    private static string? Full(Match match)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        var month = match.Groups["n"].Success ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : MonthNames.Number(match.Groups["m"].Value) ?? 0;

        // 6/19/2023 can only be read one way.
        if (month > 12 && day <= 12)
            (day, month) = (month, day);
        return year is > 1000 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : null;
    }

    private static int First(Match match) =>
        match.Groups.Values.Where(group => group.Success && group.Name is "d" or "m" or "y" or "n" && group.Success).Min(group => group.Index);
}
