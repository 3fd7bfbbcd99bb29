using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using StudyGroup.Administration;
using StudyGroup.Administration.Commands;
using StudyGroup.Persistence;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

/// <summary>What a command came to: its exit code, and what it said on either side.</summary>
internal sealed record Said(int ExitCode, string Out, string Error);

/// <summary>A machine with the program on it, whose owner types commands; and a folder for files.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("studygroup-machine-");

    private Machine(TestDatabase database, string environment, Action<IServiceCollection>? configure, (string Key, string Value)[] settings)
    {
        this.database = database;
        Core = CoreServices.Over(database, services => Add(services, environment, configure), settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
    }

    public CoreServices Core { get; }

    public string Folder => folder.FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A machine whose database is migrated and empty, and stays so: no demonstration.</summary>
    public static async Task<Machine> CreateAsync(Engine engine, string environment = "Development", params (string Key, string Value)[] settings) =>
        new(await TestDatabase.CreateAsync(engine, Cancellation), environment, null, [("Data:Demonstration", "false"), .. settings]);

    /// <summary>A machine on which the program was never started.</summary>
    public static async Task<Machine> NewAsync(Engine engine, string environment, Action<IServiceCollection>? configure = null) =>
        new(await TestDatabase.CreateEmptyAsync(engine, Cancellation), environment, configure, []);

    /// <summary>Another start of the program over the same database.</summary>
    public CoreServices Again() => CoreServices.Over(database, services => Add(services, "Development", null));

    public async Task<Said> TypeAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Core.Get<CommandTable>().RunAsync(words, new Terminal(output, error), Cancellation);
        return new Said(code, output.ToString(), error.ToString());
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string content) => File(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public Task<StudyGroupDbContext> ReadAsync() => Core.ReadAsync(Cancellation);

    public async Task<IReadOnlyList<string>> ContentAsync()
    {
        await using var db = await ReadAsync();
        return await DatabaseContent.RowsAsync(db, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Core.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void Add(IServiceCollection services, string environment, Action<IServiceCollection>? configure)
    {
        services.AddSingleton<IHostEnvironment>(new At(environment));
        Stage.AddAreas(services);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAdministration();
        configure?.Invoke(services);
    }

    private sealed class At(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "StudyGroup";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
