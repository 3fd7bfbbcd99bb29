using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Persistence;

public sealed class DatabaseMigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task An_empty_database_gets_every_migration_and_a_second_run_finds_nothing_to_do(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine, Cancellation);
        await using var core = CoreServices.Over(database);

        var first = await core.Get<DatabaseMigration>().RunAsync(Cancellation);
        var second = await core.Get<DatabaseMigration>().RunAsync(Cancellation);

        await using var db = await core.ReadAsync(Cancellation);
        Assert.Equal(db.Database.GetMigrations(), first);
        Assert.Empty(second);
        Assert.False(await db.StreamEvents().AnyAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task The_migrations_match_the_model(Engine engine)
    {
        await using var core = await CoreServices.CreateAsync(engine, Cancellation);

        await using var db = await core.ReadAsync(Cancellation);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, BothEngines]
    public async Task Two_programs_may_start_on_an_empty_database_at_once(Engine engine)
    {
        for (var round = 0; round < 3; round++)
        {
            await using var database = await TestDatabase.CreateEmptyAsync(engine, Cancellation);
            await using var one = CoreServices.Over(database);
            await using var other = CoreServices.Over(database);

            await Task.WhenAll(
                Task.Run(() => one.Get<DatabaseMigration>().RunAsync(Cancellation), Cancellation),
                Task.Run(() => other.Get<DatabaseMigration>().RunAsync(Cancellation), Cancellation));

            await using var db = await one.ReadAsync(Cancellation);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
            Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_program_does_not_stop_the_next_start()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Engine.Sqlite, Cancellation);
        await using (var killed = new SqliteConnection(database.ConnectionString))
        {
            await killed.OpenAsync(Cancellation);
            await using var command = killed.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using var core = CoreServices.Over(database);
        var applied = await core.Get<DatabaseMigration>().RunAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        Assert.NotEmpty(applied);
    }
}
