using StudyGroup.Realtime;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class LiveRelayTests
{
    private readonly Guid group = Guid.CreateVersion7();
    private readonly Topic topic;

    public LiveRelayTests() => topic = Topic.Group(group);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_node_knows_who_is_present_and_types_on_the_other()
    {
        await using var nodes = await Nodes.StartAsync(group, Cancellation);
        var (near, far) = (nodes.Near.Get<Presence>(), nodes.Far.Get<Presence>());
        using var ana = near.Enter(topic, group, RealtimeCore.Ana, "ana");
        using var ben = far.Enter(topic, group, RealtimeCore.Ben, "ben");
        ana.Move("b3");
        nodes.Near.Get<Typing>().Typed(topic, group, RealtimeCore.Ana);

        await UntilAsync(nodes, () => near.In(topic).Count == 2 && far.In(topic).Count == 2);
        Assert.Equal(near.In(topic), far.In(topic));
        Assert.Equal("b3", far.In(topic)[0].BlockKey);
        Assert.Equal(["Ana"], nodes.Far.Get<Typing>().In(topic, RealtimeCore.Ben.AccountId).Select(member => member.Name));

        ana.Dispose();
        await UntilAsync(nodes, () => far.In(topic).Count == 1);
        Assert.Equal(["Ben"], far.In(topic).Select(member => member.Name));
    }

    [Fact]
    public async Task A_crowd_with_long_names_fits_through()
    {
        await using var nodes = await Nodes.StartAsync(group, Cancellation);
        for (var number = 0; number < 300; number++)
            nodes.Near.Get<Presence>().Enter(topic, group, new CurrentMember(Guid.CreateVersion7(), new string('ж', 76) + number), "tab").Move("b1");

        await UntilAsync(nodes, () => nodes.Far.Get<Presence>().In(topic).Count == 300);
    }

    [Fact]
    public async Task What_a_cut_line_lost_is_made_good_by_the_next_sign_of_life()
    {
        await using var nodes = await Nodes.StartAsync(group, Cancellation);
        nodes.Line.Cut();
        using var ana = nodes.Near.Get<Presence>().Enter(topic, group, RealtimeCore.Ana, "ana");
        nodes.Near.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(300, Cancellation);
        Assert.Empty(nodes.Far.Get<Presence>().In(topic));

        nodes.Line.Heal();
        await UntilAsync(nodes, () =>
        {
            ana.Stay();
            return nodes.Far.Get<Presence>().In(topic).Count == 1;
        });
    }

    private static Task UntilAsync(Nodes nodes, Func<bool> condition) => nodes.Far.AdvanceUntilAsync(
        () =>
        {
            nodes.Near.Clock.Advance(TimeSpan.FromMilliseconds(250));
            return condition();
        },
        Cancellation);
}
