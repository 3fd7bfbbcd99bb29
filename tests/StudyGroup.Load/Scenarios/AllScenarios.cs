namespace StudyGroup.Load.Scenarios;

/// <summary>In the order in which they disturb each other least: what weighs memory first, what kills last.</summary>
internal static class AllScenarios
{
    public static readonly IReadOnlyList<IScenario> All =
    [
        new StartScenario(),
        new IdleCircuits(),
        new CircuitBroadcast(),
        new PostSeen(),
        new HubBroadcast(),
        new ReplyNotice(),
        new DurablePosts(),
        new ReadingPage(),
        new LargeReading(),
        new Imports(),
        new PagesBack(),
        new KilledProcess(),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(scenario => scenario.Name)];
}
