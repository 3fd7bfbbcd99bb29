using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using StudyGroup.Persistence;

namespace StudyGroup.Migrator;

/// <summary>Gives the migrations tool a context: <c>dotnet ef ... -- --provider sqlite|postgres</c>.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<StudyGroupDbContext>
{
    public StudyGroupDbContext CreateDbContext(string[] args)
    {
        var options = args.Contains("postgres", StringComparer.Ordinal)
            ? new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=localhost;Database=design" }
            : new DatabaseOptions();
        var builder = new DbContextOptionsBuilder<StudyGroupDbContext>();
        builder.UseStudyGroupDatabase(options, "design.db");
        return new StudyGroupDbContext(builder.Options);
    }
}
