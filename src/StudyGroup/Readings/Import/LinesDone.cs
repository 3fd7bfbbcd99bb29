namespace StudyGroup.Readings.Import;

/// <summary>
/// How much of a file has been understood, in whole parts of a hundred. Every line is gone over three times: when the lines become blocks, when the notes and
/// the repairs are found, and when the text is written; so a line counts a third each time.
/// </summary>
internal sealed class LinesDone(int lines, IProgress<int>? listener)
{
    private const int Rounds = 3;

    private int said;

    /// <param name="round">0, 1 or 2.</param>
    /// <param name="line">The line that was reached in it.</param>
    public void Reach(int round, int line)
    {
        if (listener is null)
            return;
        var percent = (int)(((long)round * lines + Math.Min(line, lines)) * 99 / ((long)Rounds * Math.Max(1, lines)));
        if (percent > said)
            listener.Report(said = percent);
    }
}
