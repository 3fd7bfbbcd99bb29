using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using StudyGroup.Administration.Demonstration;
using StudyGroup.Discussion;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Administration;

/// <summary>What a start did to the database: which migrations it applied, and whether it made the demonstration groups.</summary>
public sealed record DatabaseStarted(IReadOnlyList<string> Migrations, bool MadeDemonstration);

/// <summary>Makes the database ready for this version of the program; the server and every command begin with it.</summary>
public sealed class DatabaseStart(
    IDbContextFactory<StudyGroupDbContext> contexts, DatabaseMigration migration, OlderComments older, DemonstrationData demonstration, IConfiguration configuration, IHostEnvironment environment)
{
    /// <returns>A refusal when a newer version of the program has been here: what it wrote is not understood, so nothing is touched.</returns>
    public async Task<Result<DatabaseStarted>> RunAsync(CancellationToken cancellationToken)
    {
        if (await NewestUnknownAsync(cancellationToken) is { } unknown)
            return Errors.DatabaseIsNewer(unknown);

        var migrations = await migration.RunAsync(cancellationToken);
        await older.RenderAsync(cancellationToken);
        // Demonstration accounts have a password that everybody knows: they exist on a developer's machine alone, and there they can be declined.
        var made = environment.IsDevelopment() && configuration.GetValue("Data:Demonstration", defaultValue: true) && await demonstration.MakeAsync(cancellationToken);
        return new DatabaseStarted(migrations, made);
    }

    private async Task<string?> NewestUnknownAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        return applied.Except(db.Database.GetMigrations()).LastOrDefault();
    }
}
