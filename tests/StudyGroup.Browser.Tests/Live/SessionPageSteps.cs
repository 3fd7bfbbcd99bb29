using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;

namespace StudyGroup.Browser.Tests.Live;

/// <summary>What people do in a live session.</summary>
internal static partial class SessionPageSteps
{
    public static ILocator Bar(this Reader reader) => reader.Page.Locator(".session-bar");

    public static ILocator Led(this Reader reader) => reader.Page.Locator("[data-block].led");

    public static ILocator Button(this Reader reader, string name) => reader.Page.GetByRole(AriaRole.Button, new() { Name = name });

    public static ILocator Waiting(this Reader reader) => reader.Page.Locator(".session-queue bdi");

    public static ILocator Speaker(this Reader reader) => reader.Page.Locator(".session-turn bdi");

    public static ILocator Timer(this Reader reader) => reader.Page.GetByRole(AriaRole.Timer);

    public static async Task StartSessionAsync(this Reader reader)
    {
        await reader.Button("Start a live session").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await reader.UntilInSessionAsync();
    }

    public static async Task JoinAsync(this Reader reader, Circle circle)
    {
        await reader.OpenReadingAsync(circle, "?live=1");
        await reader.UntilInSessionAsync();
        await Assertions.Expect(reader.Button("Step aside")).ToBeVisibleAsync();
    }

    public static Task UntilInSessionAsync(this Reader reader) =>
        reader.Page.Locator(".session[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 20_000 });

    /// <summary>Waits until each of them is led to the block and sees it.</summary>
    public static async Task<TimeSpan> UntilLedToAsync(this IEnumerable<Reader> readers, string block)
    {
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(readers.Select(reader => reader.Page.Locator($"#{block}.led").WaitForAsync(new() { Timeout = 5_000 })));
        await Task.WhenAll(readers.Select(reader => Assertions.Expect(reader.Led()).ToBeInViewportAsync()));
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>What the timer shows, in seconds.</summary>
    public static async Task<int> SecondsLeftAsync(this Reader reader)
    {
        await Assertions.Expect(reader.Timer()).ToHaveTextAsync(Clock());
        var parts = (await reader.Timer().InnerTextAsync()).Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^[0-9]+:[0-9]{2}$", RegexOptions.None, 1_000)]
    private static partial Regex Clock();
}
