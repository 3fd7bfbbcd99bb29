using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Persistence;

public sealed class FakeClockTests
{
    [Fact]
    public async Task Timers_fire_in_order_when_the_clock_is_advanced()
    {
        var clock = new FakeClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        await using var beat = clock.CreateTimer(_ => fired.Add(("beat", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        await using var once = clock.CreateTimer(_ => fired.Add(("once", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        var delay = Task.Delay(TimeSpan.FromSeconds(4), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(3.5));

        Assert.Equal([("beat", TimeSpan.FromSeconds(1)), ("once", TimeSpan.FromSeconds(2)), ("beat", TimeSpan.FromSeconds(3))], fired);
        Assert.False(delay.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(3.5), clock.GetElapsedTime(start.UtcTicks));

        clock.Advance(TimeSpan.FromSeconds(0.5));
        await delay;
    }
}
