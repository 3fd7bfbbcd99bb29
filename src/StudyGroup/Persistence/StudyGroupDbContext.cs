using System.Text.Json;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using StudyGroup.Shared;

namespace StudyGroup.Persistence;

/// <summary>One unit of work over everything that is stored. Each area maps its own entities beside them and adds extension methods such as <c>db.Comments()</c>.</summary>
public sealed class StudyGroupDbContext(DbContextOptions<StudyGroupDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(StudyGroupDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order by a stored DateTimeOffset, so it gets UTC ticks; PostgreSQL has a type of its own for it.
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<TextListConverter, TextListComparer>();
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<string[]>(json, JsonSerializerOptions.Default) ?? Array.Empty<string>());

    private sealed class TextListComparer() : ValueComparer<IReadOnlyList<string>>(
        (one, other) => one == other || (one != null && other != null && one.SequenceEqual(other)),
        list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)));
}
