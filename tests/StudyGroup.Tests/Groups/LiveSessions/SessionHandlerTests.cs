using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups.LiveSessions;

public sealed class SessionHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Who_comes_late_sees_where_everybody_is_who_speaks_and_who_waits(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = await stage.StartSessionAsync();
        foreach (var member in new[] { stage.Ben, stage.Ana, stage.Owner })
            (await stage.RaiseAsync(id, member)).Must();
        (await stage.CallNextAsync(id, stage.Moderator)).Must();
        (await stage.Get<LeadToParagraphHandler>().HandleAsync(new LeadToParagraph(id, "b3"), stage.Moderator, Cancellation)).Must();
        stage.Core.Clock.Advance(TimeSpan.FromSeconds(50));

        var seen = await stage.SessionAsync(stage.Observer);

        Assert.NotNull(seen);
        Assert.Equal(("b3", 2, "Milo Tarn"), (seen.BlockKey, seen.Paragraph, seen.FacilitatorName));
        Assert.Equal(("Ben Alderny", TimeSpan.FromSeconds(70)), (seen.Turn?.Name, seen.Turn?.EndsAt - stage.Core.Clock.GetUtcNow()));
        Assert.Equal(["Ana Beck", "Odile Fenwick"], seen.Queue.Select(speaker => speaker.Name));
    }

    [Theory, BothEngines]
    public async Task Of_two_who_start_at_once_one_starts_and_the_other_is_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        CurrentMember[] moderators = [stage.Owner, stage.Moderator];

        var answers = await stage.Core.MeetAsync(stage.GroupId, 2, number =>
            stage.Get<StartLiveSessionHandler>().HandleAsync(new StartLiveSession(stage.GroupId, stage.Text.ReadingId), moderators[number], Cancellation));

        Assert.Equal("A live session is running on this text already. Join it.", Assert.Single(answers, answer => !answer.Succeeded).Error?.Message);
        await using var db = await stage.ReadAsync();
        Assert.Equal("b2", (await db.LiveSessions().SingleAsync(Cancellation)).BlockKey);
    }

    [Theory, BothEngines]
    public async Task Next_pressed_twice_at_once_calls_one_speaker(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = await stage.StartSessionAsync();
        (await stage.RaiseAsync(id, stage.Ana)).Must();
        (await stage.RaiseAsync(id, stage.Ben)).Must();
        var seen = await stage.VersionAsync(id);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 2, _ =>
            stage.Get<CallNextSpeakerHandler>().HandleAsync(new CallNextSpeaker(id, seen), stage.Moderator, Cancellation));

        Assert.Equal("Somebody has just done that. Look at the session as it is now.", Assert.Single(answers, answer => !answer.Succeeded).Error?.Message);
        var session = await stage.SessionAsync();
        Assert.Equal("Ana Beck", session?.Turn?.Name);
        Assert.Equal(["Ben Alderny"], session?.Queue.Select(speaker => speaker.Name));
    }

    [Theory, BothEngines]
    public async Task Of_two_moderators_who_take_over_at_once_one_leads(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = await stage.StartSessionAsync(stage.Ana);
        CurrentMember[] moderators = [stage.Owner, stage.Moderator];

        var answers = await stage.Core.MeetAsync(stage.GroupId, 2, number => stage.TakeOverAsync(id, moderators[number], stage.Ana));

        var leads = (await stage.SessionAsync())?.FacilitatorName;
        Assert.Equal($"{leads} leads the session now.", Assert.Single(answers, answer => !answer.Succeeded).Error?.Message);
    }

    [Fact]
    public async Task Nobody_takes_over_from_who_is_there()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var id = await stage.StartSessionAsync(stage.Ana);
        using var tab = stage.Get<Presence>().Enter(Topic.Reading(stage.GroupId, stage.Text.ReadingId), stage.GroupId, stage.Ana, "1");

        Assert.Equal("Ana Beck leads the session now.", (await stage.TakeOverAsync(id, stage.Moderator, stage.Ana)).Error?.Message);

        stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await stage.TakeOverAsync(id, stage.Moderator, stage.Ana)).Must();
        Assert.Equal("Milo Tarn", (await stage.SessionAsync())?.FacilitatorName);
    }

    [Theory, BothEngines]
    public async Task Who_is_suspended_loses_hand_word_and_lead_and_everybody_is_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = await stage.StartSessionAsync();
        (await stage.RaiseAsync(id, stage.Ben)).Must();
        (await stage.RaiseAsync(id, stage.Ana)).Must();
        (await stage.CallNextAsync(id, stage.Moderator)).Must();
        var before = await LastEventAsync(stage);

        foreach (var member in new[] { stage.Ana, stage.Ben, stage.Moderator })
            (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, member.AccountId, "Loud"), stage.Owner, Cancellation)).Must();

        var session = await stage.SessionAsync();
        Assert.NotNull(session);
        Assert.Null(session.Turn);
        Assert.Empty(session.Queue);
        Assert.Null(session.FacilitatorId);
        Assert.Null(await stage.SessionAsync(stage.Ben));
        await using var db = await stage.ReadAsync();
        Assert.Equal(3, await db.StreamEvents().CountAsync(row => row.Sequence > before && row.Kind == LiveSessionEvents.HandsChanged && row.ReadingId == stage.Text.ReadingId, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Who_becomes_an_observer_stops_waiting_and_who_stays_waits_on(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var id = await stage.StartSessionAsync();
        (await stage.RaiseAsync(id, stage.Ben)).Must();
        (await stage.RaiseAsync(id, stage.Ana)).Must();

        foreach (var (member, role) in new[] { (stage.Ben, Role.Observer), (stage.Ana, Role.Moderator) })
            (await stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, member.AccountId, role), stage.Owner, Cancellation)).Must();

        Assert.Equal(["Ana Beck"], (await stage.SessionAsync())?.Queue.Select(speaker => speaker.Name));
    }

    [Theory, BothEngines]
    public async Task It_goes_with_the_text_when_that_leaves_the_shelf(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.StartSessionAsync();
        await using var db = await stage.ReadAsync();

        await db.ShelfItems().Where(item => item.ReadingId == stage.Text.ReadingId).ExecuteDeleteAsync(Cancellation);

        Assert.False(await db.LiveSessions().AnyAsync(Cancellation));
    }

    [Fact]
    public async Task More_than_a_hundred_hands_are_refused_with_a_sentence()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var id = await stage.StartSessionAsync();
        foreach (var member in await stage.CrowdAsync(LiveSession.MostHands, Role.Participant))
            (await stage.RaiseAsync(id, member)).Must();

        Assert.Equal("100 hands are up already. Wait until some of them have spoken.", (await stage.RaiseAsync(id, stage.Ana)).Error?.Message);
    }

    [Fact]
    public async Task A_hand_that_goes_up_and_down_without_end_has_to_wait()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var id = await stage.StartSessionAsync();
        for (var number = 0; number < 30; number++)
            (await stage.RaiseAsync(id, stage.Ana, isUp: number % 2 == 0)).Must();

        Assert.Equal("You raise and lower your hand very often. Wait a minute.", (await stage.RaiseAsync(id, stage.Ana)).Error?.Message);
        (await stage.RaiseAsync(id, stage.Ben)).Must();
    }

    [Fact]
    public async Task Minutes_and_paragraphs_that_there_are_not_are_refused()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var id = await stage.StartSessionAsync();

        Assert.Equal("invalid", (await stage.Get<LeadToParagraphHandler>().HandleAsync(new LeadToParagraph(id, "b99"), stage.Moderator, Cancellation)).Error?.Code);
        Assert.Equal("Choose from 1 to 60 minutes.", (await stage.Get<SetTurnLengthHandler>().HandleAsync(new SetTurnLength(id, 0), stage.Moderator, Cancellation)).Error?.Message);
        Assert.Equal("minutes", (await stage.Get<ExtendTurnHandler>().HandleAsync(new ExtendTurn(id, 0, 61), stage.Moderator, Cancellation)).Error?.Code);
        Assert.Equal("nobody-speaks", (await stage.Get<ExtendTurnHandler>().HandleAsync(new ExtendTurn(id, 0, 5), stage.Moderator, Cancellation)).Error?.Code);
        Assert.Equal("may-not-lead", (await stage.Get<HandOverHandler>().HandleAsync(new HandOver(id, stage.Observer.AccountId), stage.Moderator, Cancellation)).Error?.Code);
    }

    [Fact]
    public async Task What_is_so_already_is_not_told_again()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var id = await stage.StartSessionAsync();
        var before = await LastEventAsync(stage);

        (await stage.Get<LeadToParagraphHandler>().HandleAsync(new LeadToParagraph(id, "b2"), stage.Moderator, Cancellation)).Must();
        (await stage.RaiseAsync(id, stage.Ana, isUp: false)).Must();

        Assert.Equal(before, await LastEventAsync(stage));
    }

    private static async Task<long> LastEventAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.EventStreams().Where(stream => stream.Id == stage.GroupId).Select(stream => stream.LastSequence).SingleAsync(Cancellation);
    }
}
