using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Persistence;

public sealed class SqlitePragmasTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_pooled_connection_is_durable_and_checks_foreign_keys()
    {
        await using var core = await CoreServices.CreateAsync(Engine.Sqlite, Cancellation);
        var contexts = core.Get<IDbContextFactory<StudyGroupDbContext>>();

        // The first round opens three connections at once, the second gets the same ones from the pool.
        for (var round = 0; round < 2; round++)
        {
            var open = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => contexts.CreateDbContextAsync(Cancellation)));
            foreach (var db in open)
            {
                await db.Database.OpenConnectionAsync(Cancellation);
                Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
                Assert.Equal("2", await PragmaAsync(db, "synchronous"));
                Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
                Assert.Equal("10000", await PragmaAsync(db, "busy_timeout"));
            }

            foreach (var db in open)
                await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_systems_library_is_preferred()
    {
        await using var core = await CoreServices.CreateAsync(Engine.Sqlite, Cancellation);
        await using var db = await core.ReadAsync(Cancellation);

        var version = await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").SingleAsync(Cancellation);

        Assert.True(Version.Parse(version) >= new Version(3, 38), version);
    }

    private static async Task<string?> PragmaAsync(StudyGroupDbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
    }
}
