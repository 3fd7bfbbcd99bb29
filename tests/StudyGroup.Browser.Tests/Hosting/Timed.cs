using Xunit;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>Tests that look at the clock run alone.</summary>
[CollectionDefinition(nameof(Timed), DisableParallelization = true)]
public sealed class Timed;
