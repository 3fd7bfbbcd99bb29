using System.Globalization;

namespace StudyGroup.Tests.Databases;

/// <summary>A stretch of a test in which everything is told in one language.</summary>
public sealed class Spoken : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo wordsBefore = CultureInfo.CurrentUICulture;

    private Spoken(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public static Spoken In(string language) => new(language);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, wordsBefore);
}
