namespace StudyGroup.Administration.Commands;

/// <summary>The commands of the program: finds the one that was typed, makes the database ready, runs it, and turns faults into sentences.</summary>
public sealed class CommandTable(IEnumerable<ICommand> commands, DatabaseStart start)
{
    /// <summary>The exit code for a command line that makes no sense.</summary>
    public const int Misused = 2;

    private const int Failed = 1;

    public async Task<int> RunAsync(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancellationToken)
    {
        if (words is ["help" or "--help" or "-h", ..])
        {
            await terminal.SayAsync(Usage());
            return 0;
        }

        var command = commands.FirstOrDefault(command => command.Form.Name == words[0]);
        if (command is null)
            return await MisusedAsync($"There is no command “{words[0]}”.", terminal);
        var line = command.Form.Read([.. words.Skip(1)]);
        if (!line.Succeeded)
            return await MisusedAsync(line.Error.Message, terminal);

        try
        {
            var started = await start.RunAsync(cancellationToken);
            if (!started.Succeeded)
            {
                await terminal.ComplainAsync(started.Error.Message);
                return Failed;
            }

            if (started.Value.Migrations.Count > 0)
                await terminal.ComplainAsync($"The database has a newer schema now: {string.Join(", ", started.Value.Migrations)}.");
            if (started.Value.MadeDemonstration)
                await terminal.ComplainAsync("The database was new: it holds the demonstration groups now.");
            return await command.RunAsync(line.Value, terminal, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.ComplainAsync("Stopped. What was reported as done is done.");
            return Failed;
        }
        catch (Exception exception) when (Faults.SentenceOf(exception) is { } sentence)
        {
            await terminal.ComplainAsync(sentence);
            return Failed;
        }
    }

    private async Task<int> MisusedAsync(string sentence, Terminal terminal)
    {
        await terminal.ComplainAsync(sentence);
        await terminal.ComplainAsync(Usage());
        return Misused;
    }

    private string Usage() => string.Join(
        Environment.NewLine,
        ["Without a command the server starts. Commands:", .. commands.SelectMany(command => new[] { $"  {command.Form.Usage}", $"      {command.Form.Summary}" })]);
}
