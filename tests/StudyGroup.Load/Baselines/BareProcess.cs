using System.Diagnostics;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Baselines;

/// <summary>The bare server while it runs.</summary>
internal sealed class BareProcess : IAsyncDisposable
{
    private readonly Process process;

    private BareProcess(Process process, Uri address)
    {
        this.process = process;
        Site = new TestedSite(address);
    }

    public TestedSite Site { get; }

    public static async Task<BareProcess> StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Started by "dotnet X.dll" the path is dotnet's own.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(BareProcess).Assembly.Location);
        start.ArgumentList.Add(BareServer.Switch);
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start) ?? throw new LoadException("The bare server did not start.");
        try
        {
            var address = await process.StandardOutput.ReadLineAsync(cancellationToken);
            return new BareProcess(process, new Uri(address ?? throw new LoadException("The bare server ended at once.")));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
