namespace StudyGroup.Administration.Commands;

/// <summary>Holds the last that was heard of a long step, for whoever asks now and then.</summary>
internal sealed class PercentDone : IProgress<int>
{
    private int percent;

    public int Percent => Volatile.Read(ref percent);

    public void Report(int value) => Volatile.Write(ref percent, value);
}
