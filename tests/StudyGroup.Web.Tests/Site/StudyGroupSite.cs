using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;

namespace StudyGroup.Web.Tests.Site;

/// <summary>The whole program over a database of its own. Several of them over one <see cref="TestDatabase"/> are several starts, or several nodes.</summary>
public sealed class StudyGroupSite : WebApplicationFactory<Program>
{
    public const string Password = "a long enough secret";

    private readonly TestDatabase database;
    private readonly bool ownsDatabase;
    private readonly string environment;
    private readonly Dictionary<string, string?> settings;
    private bool listens;

    private StudyGroupSite(TestDatabase database, bool ownsDatabase, string environment, IEnumerable<(string Key, string Value)> settings)
    {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.environment = environment;
        // Each test makes the people it needs; the demonstration's would be in the way.
        this.settings = new(database.Settings) { ["Data:Demonstration"] = "false" };
        foreach (var (key, value) in settings)
            this.settings[key] = value;
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
    }

    /// <summary>A site as on a developer's machine, on SQLite.</summary>
    public static Task<StudyGroupSite> DevelopmentAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings) =>
        CreateAsync("Development", settings, cancellationToken);

    /// <summary>A site as people use it, at https://reading.example.org, on SQLite.</summary>
    public static async Task<StudyGroupSite> ProductionAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var site = await CreateAsync("Production", [("Site:PublicUrl", "https://reading.example.org"), .. settings], cancellationToken);
        site.ClientOptions.BaseAddress = new Uri("https://reading.example.org");
        return site;
    }

    /// <summary>A site that listens on a real port, for what needs real lines; "environment" among the settings may be Production.</summary>
    public static async Task<StudyGroupSite> ListeningAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var environment = settings.Where(setting => setting.Key == "environment").Select(setting => setting.Value).FirstOrDefault("Development");
        var site = await CreateAsync(environment, [.. settings.Where(setting => setting.Key != "environment")], cancellationToken);
        site.UseKestrel(0);
        site.StartServer();
        site.listens = true;
        return site;
    }

    /// <summary>A site over a database that the test owns itself.</summary>
    public static StudyGroupSite Over(TestDatabase database, string environment = "Development", params (string Key, string Value)[] settings) =>
        new(database, ownsDatabase: false, environment, settings);

    /// <summary>A browser without cookies, at an address of its own.</summary>
    public Browser Visitor(string address = "192.0.2.10", string? languages = null)
    {
        var client = listens ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = CreateClient().BaseAddress } : CreateClient();
        return new Browser(client, client.BaseAddress ?? ClientOptions.BaseAddress, address) { Languages = languages };
    }

    /// <summary>A browser that has signed in by the form.</summary>
    public async Task<Browser> SignedInAsync(string email, CancellationToken cancellationToken, string address = "192.0.2.10")
    {
        var browser = Visitor(address);
        var answer = await browser.SignInAsync(email, Password, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"The sign-in of {email} was refused.");
    }

    public async Task<Account> AccountAsync(string name, CancellationToken cancellationToken, bool isAdministrator = false)
    {
        var account = Account.Open($"{name.ToLowerInvariant()}@example.org", name, Get<TimeProvider>().GetUtcNow());
        account.PasswordHash = (await Get<PasswordHashing>().HashAsync(Password, cancellationToken)).Value;
        account.IsSiteAdministrator = isAdministrator;
        await using var db = await ReadAsync(cancellationToken);
        db.Accounts().Add(account);
        await db.SaveChangesAsync(cancellationToken);
        return account;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A context to look at what is stored, or to put things there.</summary>
    public Task<StudyGroupDbContext> ReadAsync(CancellationToken cancellationToken) =>
        Get<IDbContextFactory<StudyGroupDbContext>>().CreateDbContextAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
            await database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSolutionRelativeContentRoot("", "StudyGroup.sln");
        builder.UseEnvironment(environment);
        // Files of the build, which a published program has in its folder.
        builder.UseStaticWebAssets();
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, VisitorAddress>());
    }

    private static async Task<StudyGroupSite> CreateAsync(string environment, (string Key, string Value)[] settings, CancellationToken cancellationToken)
    {
        var database = await TestDatabase.CreateAsync(Engine.Sqlite, cancellationToken);
        return new StudyGroupSite(database, ownsDatabase: true, environment, settings);
    }
}
