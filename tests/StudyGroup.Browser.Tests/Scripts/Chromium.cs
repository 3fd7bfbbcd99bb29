using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(StudyGroup.Browser.Tests.Scripts.Chromium))]

namespace StudyGroup.Browser.Tests.Scripts;

/// <summary>The one browser of a test run; every test has a context of its own in it. Without windows of its own it takes half the time of the whole Chromium.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("The browser has not started.");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
