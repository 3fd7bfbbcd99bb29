namespace StudyGroup.Shared;

/// <summary>The zones that times can be shown in, by their IANA names.</summary>
public static class TimeZones
{
    public const string Default = "UTC";

    public static bool Knows(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
