using StudyGroup.Identity;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity;

/// <summary>Prints the one-time link of a first start, when the server listens and only in Production: elsewhere there are demonstration accounts.</summary>
internal sealed class OfferSetup(SetupLink link, SiteAddress site, IHostEnvironment environment, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!environment.IsProduction())
            return;

        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (await link.OfferAsync(stoppingToken) is { } token)
        {
            // To the console and not to the log: a log is kept and read by others.
            await Console.Out.WriteLineAsync($"No site administrator yet. Open this address once to become the first: {site.Of($"/setup/{token}")}");
        }
    }
}
