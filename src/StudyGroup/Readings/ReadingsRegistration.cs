using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Readings.Editions;
using StudyGroup.Readings.Import;

namespace StudyGroup.Readings;

/// <summary>Texts: importing, storing, rendering.</summary>
public static class ReadingsRegistration
{
    public static IServiceCollection AddReadings(this IServiceCollection services) => services
        .AddSingleton<DocumentImporter>()
        .AddSingleton<ReadingStore>()
        .AddSingleton<EditionPlans>()
        .AddSingleton<EditionSwitch>()
        .AddSingleton<IEditionFollower, PositionsFollow>()
        .AddSingleton<EditionPages>();
}
