using Microsoft.EntityFrameworkCore;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class TwoNodesTests
{
    private readonly Guid stream = Guid.CreateVersion7();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_hears_of_anothers_commit_without_waiting_for_the_poll()
    {
        await using var nodes = await Nodes.StartAsync(stream, Cancellation);

        await nodes.Near.AppendAsync(stream, Cancellation);
        await nodes.FarReceiver.EventsAsync(1, Cancellation);

        Assert.Equal([1], nodes.FarReceiver.Sequences);
    }

    [Fact]
    public async Task A_node_that_was_cut_off_delivers_every_event_once_and_in_order_after_it_comes_back()
    {
        await using var nodes = await Nodes.StartAsync(stream, Cancellation);
        await AppendAsync(nodes.Near, 20);
        await nodes.FarReceiver.EventsAsync(20, Cancellation);

        nodes.Line.Cut();
        await AppendAsync(nodes.Near, 50);
        await nodes.NearReceiver.EventsAsync(70, Cancellation);
        Assert.Equal(20, nodes.FarReceiver.Deliveries.Count);
        nodes.Line.Heal();
        await AppendAsync(nodes.Near, 30);
        await nodes.Far.AdvanceUntilAsync(() => nodes.FarReceiver.Deliveries.Count >= 100, Cancellation);

        AssertComplete(nodes, 100);
    }

    [Fact]
    public async Task A_node_whose_connections_the_server_ends_goes_on_by_itself()
    {
        await using var nodes = await Nodes.StartAsync(stream, Cancellation);
        await AppendAsync(nodes.Near, 10);
        await nodes.FarReceiver.EventsAsync(10, Cancellation);

        for (var round = 0; round < 3; round++)
        {
            await using var db = nodes.Database.NewContext();
            await db.Database.ExecuteSqlRawAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Cancellation);
            await AppendAsync(nodes.Near, 10);
            await AppendAsync(nodes.Far, 10);
        }

        await nodes.Near.AdvanceUntilAsync(() => nodes.NearReceiver.Deliveries.Count >= 70, Cancellation);
        await nodes.Far.AdvanceUntilAsync(() => nodes.FarReceiver.Deliveries.Count >= 70, Cancellation);
        AssertComplete(nodes, 70);
    }

    [Fact]
    public async Task A_line_that_goes_silent_is_noticed_and_made_good()
    {
        await using var nodes = await Nodes.StartAsync(stream, Cancellation);
        await AppendAsync(nodes.Near, 5);
        await nodes.FarReceiver.EventsAsync(5, Cancellation);

        nodes.Line.Silence();
        await AppendAsync(nodes.Near, 5);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Assert.Equal(5, nodes.FarReceiver.Deliveries.Count);
        nodes.Line.Heal();
        await nodes.Far.AdvanceUntilAsync(() => nodes.FarReceiver.Deliveries.Count >= 10, Cancellation);

        AssertComplete(nodes, 10);
    }

    private async Task AppendAsync(CoreServices node, int count)
    {
        for (var turn = 0; turn < count; turn++)
            await node.AppendAsync(stream, Cancellation);
    }

    private static void AssertComplete(Nodes nodes, int count)
    {
        var expected = Enumerable.Range(1, count).Select(number => (long)number).ToArray();
        Assert.Equal(expected, nodes.NearReceiver.Sequences);
        Assert.Equal(expected, nodes.FarReceiver.Sequences);
        Assert.DoesNotContain(nodes.FarReceiver.Batches, batch => batch.Reload);
    }
}
