namespace StudyGroup.Load.Measuring;

/// <summary>What the bare machine reaches in this run, beside what it reached where the promises were made.</summary>
/// <param name="What">The bare thing that was measured, with its unit.</param>
/// <param name="Better">Which direction is good.</param>
/// <param name="Measured">In this run.</param>
/// <param name="Reference">Where the promises were made.</param>
/// <param name="Source">Where the reference is written down.</param>
internal sealed record Baseline(string What, Better Better, double Measured, double Reference, string Source)
{
    public bool IsWorseThanReference => Better == Better.Lower ? Measured > Reference : Measured < Reference;
}
