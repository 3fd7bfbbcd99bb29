using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

/// <summary>A test on one page of one site; errors of the page fail it.</summary>
public abstract class ScriptTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<string> errors = [];
    private IBrowserContext? context;
    private IPage? page;
    private ScriptSite? site;

    protected IPage Page => page ?? throw new InvalidOperationException("The page is not open.");

    protected ScriptSite Site => site ?? throw new InvalidOperationException("The site has not started.");

    protected IBrowserContext Context => context ?? throw new InvalidOperationException("The page is not open.");

    protected virtual BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 1440, Height = 900 } };

    public async ValueTask InitializeAsync()
    {
        site = await ScriptSite.StartAsync(TestContext.Current.CancellationToken);
        context = await chromium.Browser.NewContextAsync(Options);
        page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        if (site is not null)
            await site.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(errors);
    }

    protected async Task OpenAsync(string? html = null)
    {
        Site.Page = html ?? Site.Page;
        await Page.GotoAsync(Site.Address);
        await Page.WaitForFunctionAsync("document.readyState === 'complete'");
    }

    /// <summary>Waits for something that happens on the server's side.</summary>
    protected static async Task UntilAsync(Func<bool> condition, double seconds = 10)
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(seconds);
        while (!condition())
        {
            Assert.True(DateTimeOffset.UtcNow < deadline, "What the test waits for did not happen.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
