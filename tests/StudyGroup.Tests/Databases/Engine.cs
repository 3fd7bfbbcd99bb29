using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace StudyGroup.Tests.Databases;

/// <summary>The engine that a test runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory once on each engine, which is its first argument; <paramref name="rest"/> are the others.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothEnginesAttribute(params object?[] rest) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [.. Enum.GetValues<Engine>().Select(engine => new TheoryDataRow([engine, .. rest]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
