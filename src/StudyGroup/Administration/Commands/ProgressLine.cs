namespace StudyGroup.Administration.Commands;

/// <summary>Says every two seconds how far a long command has come.</summary>
internal sealed class ProgressLine(string what, int? of, Terminal terminal, TimeProvider time) : IProgress<int>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly long started = time.GetTimestamp();
    private long said = time.GetTimestamp();

    public void Report(int value)
    {
        if (time.GetElapsedTime(said) < Pause)
            return;

        said = time.GetTimestamp();
        var total = of is null ? "" : $" of {of:N0}";
        terminal.Error.WriteLine($"  {what}: {value:N0}{total} ({value / time.GetElapsedTime(started).TotalSeconds:N0} a second)");
    }
}
