using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Persistence;

public sealed class KeptConnectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_that_is_kept_is_prepared_once_however_often_it_is_asked()
    {
        await using var core = await CoreServices.CreateAsync(Engine.Sqlite, Cancellation);

        for (var i = 0; i < 3; i++)
        {
            await using var db = await core.ReadAsync(Cancellation);
            _ = await Named(db, $"Group {i}").ToListAsync(Cancellation);
        }

        await using var same = await core.ReadAsync(Cancellation);
        var runs = await same.Database.SqlQueryRaw<long>("""SELECT "run" AS "Value" FROM "sqlite_stmt" WHERE "sql" LIKE '-- kept%'""").ToListAsync(Cancellation);
        Assert.Equal([3L], runs);
    }

    [Fact]
    public async Task A_kept_query_sees_what_was_written_since_and_asks_for_what_it_is_given()
    {
        await using var core = await CoreServices.CreateAsync(Engine.Sqlite, Cancellation);
        await using var reader = await core.ReadAsync(Cancellation);
        await AddAsync(core, "tides", "Tides");
        Assert.Single(await Named(reader, "Tides").ToListAsync(Cancellation));

        await AddAsync(core, "maps", "Maps");

        Assert.Equal("maps", Assert.Single(await Named(reader, "Maps").ToListAsync(Cancellation)).Slug);
        Assert.Empty(await Named(reader, "Letters").ToListAsync(Cancellation));
    }

    [Fact]
    public async Task The_same_kept_query_may_be_asked_while_it_is_being_read()
    {
        await using var core = await CoreServices.CreateAsync(Engine.Sqlite, Cancellation);
        await AddAsync(core, "tides", "Tides");
        await AddAsync(core, "maps", "Maps");
        await using var db = await core.ReadAsync(Cancellation);

        var pairs = new List<(string, string)>();
        await foreach (var outer in All(db).AsAsyncEnumerable())
        {
            await foreach (var inner in All(db).AsAsyncEnumerable())
                pairs.Add((outer.Slug, inner.Slug));
        }

        Assert.Equal([("maps", "maps"), ("maps", "tides"), ("tides", "maps"), ("tides", "tides")], pairs);
    }

    [Fact]
    public async Task A_kept_query_that_was_not_read_to_its_end_holds_nothing_back()
    {
        await using var core = await CoreServices.CreateAsync(Engine.Sqlite, Cancellation);
        await AddAsync(core, "tides", "Tides");
        await AddAsync(core, "maps", "Maps");
        await using var reader = await core.ReadAsync(Cancellation);
        await foreach (var _ in All(reader).AsAsyncEnumerable())
            break;

        await AddAsync(core, "letters", "Letters");
        await using var db = await core.ReadAsync(Cancellation);
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var checkpoint = db.Database.GetDbConnection().CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";

        Assert.Equal(0L, await checkpoint.ExecuteScalarAsync(Cancellation));
        Assert.Equal(3, await All(reader).CountAsync(Cancellation));
    }

    private static IQueryable<Group> All(StudyGroupDbContext db) => db.Set<Group>().OrderBy(group => group.Slug).TagWith(KeptConnection.Tag);

    private static IQueryable<Group> Named(StudyGroupDbContext db, string name) => db.Set<Group>().Where(group => group.Name == name).TagWith(KeptConnection.Tag);

    private static async Task AddAsync(CoreServices core, string slug, string name)
    {
        await using var db = await core.ReadAsync(Cancellation);
        db.Add(new Group { Id = Guid.CreateVersion7(), Slug = slug, Name = name, CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(Cancellation);
    }
}
