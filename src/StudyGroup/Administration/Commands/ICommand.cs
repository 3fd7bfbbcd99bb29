namespace StudyGroup.Administration.Commands;

/// <summary>Something that who owns the machine can do on the console, beside a running server or without one.</summary>
public interface ICommand
{
    CommandForm Form { get; }

    /// <returns>The process's exit code: 0 when everything asked for was done.</returns>
    Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken);
}
