namespace StudyGroup.Load.Measuring;

internal enum Verdict
{
    Aim,
    Must,

    /// <summary>Beyond the absolute value, on a machine whose bare baseline is worse than the reference in at least the same proportion.</summary>
    Ratio,
    Missed,
}

/// <summary>One line of the result.</summary>
/// <param name="Id">A name for programs.</param>
/// <param name="What">What was measured, with the sizes of this run.</param>
/// <param name="Target">What it must reach.</param>
/// <param name="Measured">In the unit of the target.</param>
internal sealed record Row(string Id, string What, Target Target, double Measured)
{
    /// <summary>The bare baseline it is held against, where there is one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The rest of what was seen.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What went wrong beside the figure; a row with a fault is missed whatever it measured.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether the run had the size that the promise speaks of. A small run that misses has missed; one that reaches it has shown less.</summary>
    public bool IsFullSize { get; init; } = true;

    public double? Ratio => Baseline is { Measured: not 0 } ? Measured / Baseline.Measured : null;

    public Verdict Verdict
    {
        get
        {
            if (Fault is not null || double.IsNaN(Measured))
                return Verdict.Missed;
            if (Target.Reaches(Measured, Target.Aim))
                return Verdict.Aim;
            if (Target.Reaches(Measured, Target.Must))
                return Verdict.Must;
            return Baseline is { IsWorseThanReference: true } && Ratio is { } ratio && Target.Reaches(ratio, Target.Must / Baseline.Reference)
                ? Verdict.Ratio
                : Verdict.Missed;
        }
    }
}
