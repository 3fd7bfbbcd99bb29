using StudyGroup.Groups.LiveSessions;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups.LiveSessions;

public sealed class EmptySessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_session_that_nobody_is_in_ends_after_half_an_hour(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.StartSessionAsync();

        await PassAsync(stage, minutes: 29);
        Assert.NotNull(await stage.SessionAsync());
        await PassAsync(stage, minutes: 1);

        Assert.Null(await stage.SessionAsync());
        Assert.Equal(LiveSessionEvents.Closed, await LastKindAsync(stage));
    }

    [Theory, BothEngines]
    public async Task As_long_as_somebody_is_there_it_goes_on_for_six_hours_at_most(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.StartSessionAsync();
        using var tab = stage.Get<Presence>().Enter(Topic.Reading(stage.GroupId, stage.Text.ReadingId), stage.GroupId, stage.Ana, "1");

        for (var minute = 0; minute < 359; minute++)
        {
            stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));
            tab.Stay();
            await PassAsync(stage, minutes: 0);
        }

        Assert.NotNull(await stage.SessionAsync());
        await PassAsync(stage, minutes: 1);
        Assert.Null(await stage.SessionAsync());
    }

    [Fact]
    public async Task The_half_hour_begins_when_the_last_one_left()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        await stage.StartSessionAsync();
        using (var tab = stage.Get<Presence>().Enter(Topic.Reading(stage.GroupId, stage.Text.ReadingId), stage.GroupId, stage.Ana, "1"))
        {
            await PassAsync(stage, minutes: 0);
            stage.Core.Clock.Advance(TimeSpan.FromMinutes(20));
            tab.Stay();
            await PassAsync(stage, minutes: 0);
        }

        await PassAsync(stage, minutes: 29);
        Assert.NotNull(await stage.SessionAsync());
        await PassAsync(stage, minutes: 1);
        Assert.Null(await stage.SessionAsync());
    }

    private static async Task PassAsync(Stage stage, int minutes)
    {
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await stage.Get<EndEmptySessions>().RunAsync(Cancellation);
    }

    private static async Task<string> LastKindAsync(Stage stage) =>
        (await stage.Get<EventReplay>().ReadAfterAsync(Topic.Group(stage.GroupId), stage.GroupId, 0, Cancellation)).Events[^1].Kind;
}
