namespace StudyGroup.Load.Scenarios;

/// <summary>What became of the posts of a burst that was cut off.</summary>
/// <param name="Acknowledged">Answered before the kill.</param>
/// <param name="Lost">Of them, not there afterwards.</param>
/// <param name="Repeated">Posts that are there more than once.</param>
/// <param name="Holes">Writers of whom a later post survived an earlier one that did not.</param>
/// <param name="Resent">Posts without an answer, sent again under the same key.</param>
internal sealed record BurstOutcome(int Acknowledged, int Lost, int Repeated, int Holes, int Resent)
{
    public static BurstOutcome operator +(BurstOutcome one, BurstOutcome other) => new(
        one.Acknowledged + other.Acknowledged, one.Lost + other.Lost, one.Repeated + other.Repeated, one.Holes + other.Holes, one.Resent + other.Resent);
}
