using System.Globalization;

namespace StudyGroup.Web.Shared;

/// <summary>
/// Reads what stands in an address. A page that asks the framework for a number there answers a mistyped one with a fault; it is better ignored.
/// </summary>
public static class AddressValues
{
    public static long? AsNumber(this string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid? AsId(this string? text) => Guid.TryParse(text, out var id) ? id : null;
}
