using StudyGroup.Browser.Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>The program that most tests share, each with people and a group of its own. It starts when the first of them asks.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private AppProcess? app;
    private World? world;

    /// <summary>More than any test needs, so that no test meets the limit of another.</summary>
    public static (string Key, string Value)[] Roomy => [("Limits:PostsPerMemberPerMinute", "100000"), ("Limits:CircuitsPerMember", "100")];

    public async Task<(AppProcess App, World World)> GetAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            app ??= await AppProcess.StartAsync(cancellationToken, Roomy);
            world ??= new World(app.Folder);
            return (app, world);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (world is not null)
            await world.DisposeAsync();
        if (app is not null)
            await app.DisposeAsync();
        turn.Dispose();
    }
}
