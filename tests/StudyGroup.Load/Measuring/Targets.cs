namespace StudyGroup.Load.Measuring;

internal enum Better
{
    Lower,
    Higher,
}

/// <summary>One promise: what must be reached, and what is aimed at.</summary>
internal sealed record Target(string Unit, Better Better, double Must, double Aim)
{
    public bool Reaches(double measured, double bound) => Better == Better.Lower ? measured <= bound : measured >= bound;
}

/// <summary>What the product must reach on a machine with two cores.</summary>
internal static class Targets
{
    public const int Connected = 1000;
    public const int Viewers = 1000;
    public const int IdleCircuits = 1500;
    public const int Kills = 200;

    public static readonly Target StartToFirstPage = new("s", Better.Lower, 2, 1.5);
    public static readonly Target IdleMemory = new("MB", Better.Lower, 200, 150);
    public static readonly Target MemoryPerCircuit = new("KB", Better.Lower, 500, 300);
    public static readonly Target PostSeen = new("ms p95", Better.Lower, 250, 100);
    public static readonly Target CircuitBroadcast = new("ms last", Better.Lower, 1500, 600);
    public static readonly Target HubBroadcast = new("ms p99", Better.Lower, 150, 60);
    public static readonly Target ReplyNotice = new("ms p95", Better.Lower, 250, 50);
    public static readonly Target DurablePosts = new("posts/s", Better.Higher, 100, 500);
    public static readonly Target ReadingPageTime = new("ms p95", Better.Lower, 60, 20);
    public static readonly Target ReadingPageRate = new("req/s", Better.Higher, 300, 1500);
    public static readonly Target LargeReading = new("ms p95", Better.Lower, 300, 120);
    public static readonly Target PagesBack = new("s", Better.Lower, 20, 8);
    public static readonly Target ImportSmall = new("s", Better.Lower, 1, 0.5);
    public static readonly Target ImportLarge = new("s", Better.Lower, 60, 30);
    public static readonly Target PostsLost = new("lost", Better.Lower, 0, 0);
}
