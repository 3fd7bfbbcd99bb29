using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>One measurement, one row or two.</summary>
internal interface IScenario
{
    string Name { get; }

    /// <summary>What its row must reach; a scenario that breaks off misses it.</summary>
    Target Target { get; }

    /// <summary>Whether it starts, kills or weighs the server's process.</summary>
    bool NeedsOwnServer { get; }

    Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken);
}
