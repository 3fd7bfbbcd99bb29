using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Administration.Commands;

/// <summary>Brings the database to the newest schema, which every start does: the command is for who wants it done before.</summary>
public sealed class MigrateCommand(IDbContextFactory<StudyGroupDbContext> contexts) : ICommand
{
    public CommandForm Form { get; } = new("migrate", "Brings the database to the schema of this version.", Value: null, MostValues: 0);

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
        await terminal.SayAsync($"The database has the newest schema, {newest}.");
        return 0;
    }
}
