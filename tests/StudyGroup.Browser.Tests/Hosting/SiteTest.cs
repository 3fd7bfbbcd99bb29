using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>A test on the running program, with a circle of its own. Complaints of a browser and faults in the program's log fail it.</summary>
public abstract class SiteTest(Chromium chromium, RunningSite site) : IAsyncLifetime
{
    private readonly List<Reader> readers = [];
    private AppProcess? app;
    private World? world;
    private Circle? circle;
    private int faultsBefore;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected AppProcess App => app ?? throw new InvalidOperationException("The program has not started.");

    protected World World => world ?? throw new InvalidOperationException("The program has not started.");

    protected Circle Circle => circle ?? throw new InvalidOperationException("The circle has not met.");

    /// <summary>Whether the test restarts the program, and so needs one for itself.</summary>
    protected virtual bool NeedsOwnProgram => false;

    /// <summary>What its own program is told beside the usual.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    public async ValueTask InitializeAsync()
    {
        if (NeedsOwnProgram)
        {
            app = await AppProcess.StartAsync(Stop, [.. RunningSite.Roomy, .. Settings]);
            world = new World(app.Folder);
        }
        else
        {
            (app, world) = await site.GetAsync(Stop);
        }

        faultsBefore = app.Faults.Count;
        circle = await world.CircleAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var complaints = readers.SelectMany(reader => reader.Complaints).Concat(App.Faults.Skip(faultsBefore)).ToList();
        foreach (var reader in readers)
            await reader.DisposeAsync();
        if (NeedsOwnProgram)
        {
            await World.DisposeAsync();
            await App.DisposeAsync();
        }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    /// <summary>Somebody who has signed in, in a browser of their own.</summary>
    protected async Task<Reader> SignedInAsync(Person person, BrowserNewContextOptions? options = null)
    {
        var reader = await ArriveAsync(person, options);
        await reader.SignInUnseenAsync();
        return reader;
    }

    protected async Task<Reader> ArriveAsync(Person? person, BrowserNewContextOptions? options = null)
    {
        var reader = await Reader.StartAsync(chromium.Browser, App.Address, person, options);
        readers.Add(reader);
        return reader;
    }

    /// <summary>Long runs wait as long as people do.</summary>
    protected static bool IsLongRun => Environment.GetEnvironmentVariable("STUDYGROUP_LONG") is { Length: > 0 };

    protected static void Say(string sentence) => TestContext.Current.TestOutputHelper?.WriteLine(sentence);
}
