using System.Diagnostics;
using Npgsql;

namespace StudyGroup.Tests.Databases;

/// <summary>
/// The PostgreSQL cluster of this run: the one that <c>STUDYGROUP_POSTGRES</c> names, or a private one of this process. The private one is held by a
/// pipe that closes when the process ends, however it ends.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<Cluster>> Running = new(StartAsync);

    /// <summary>Connects to the maintenance database as superuser.</summary>
    public static async Task<string> ConnectionStringAsync() => (await Running.Value).ConnectionString;

    public static async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync());
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Cluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("STUDYGROUP_POSTGRES") is { Length: > 0 } given)
            return new Cluster(given, Holder: null);

        var script = Path.Combine(RepositoryRoot(), "tests", "postgres.sh");
        var process = Process.Start(new ProcessStartInfo("bash", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("bash did not start.");
        var connectionString = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("No PostgreSQL to test on. " + await process.StandardError.ReadToEndAsync());
        return new Cluster(connectionString, process);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "StudyGroup.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }

    // The process is kept referenced: its pipe must not be collected before the last test.
    private sealed record Cluster(string ConnectionString, Process? Holder);
}
