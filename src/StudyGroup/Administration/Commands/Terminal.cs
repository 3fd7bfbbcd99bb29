namespace StudyGroup.Administration.Commands;

/// <summary>Where a command speaks: what it did on one side, why it could not on the other.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error)
{
    public static Terminal OfProcess() => new(Console.Out, Console.Error);

    public Task SayAsync(string line) => Out.WriteLineAsync(line);

    public Task ComplainAsync(string line) => Error.WriteLineAsync(line);
}
