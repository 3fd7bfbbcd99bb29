using StudyGroup.Groups.LiveSessions;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups.LiveSessions;

/// <summary>A session by the clock, without a database.</summary>
public sealed class LiveSessionTests
{
    private static readonly Guid Ingrid = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Wei = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Jonas = Guid.Parse("00000000-0000-0000-0000-000000000003");

    private readonly FakeClock clock = new();
    private readonly LiveSession session;
    private long sequence;

    public LiveSessionTests() => session = LiveSession.Start(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Ingrid, "b1", clock.GetUtcNow());

    private DateTimeOffset Now => clock.GetUtcNow();

    private TimeSpan? Left => session.LeftAt(Now);

    [Fact]
    public void Everybody_is_moved_once_and_the_time_of_it_is_kept()
    {
        clock.Advance(TimeSpan.FromMinutes(6));
        var moved = Now;

        Assert.True(session.Move("b2", Now));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(session.Move("b2", Now));

        Assert.Equal(("b2", moved, 1), (session.BlockKey, session.MovedAt, session.Version));
    }

    [Fact]
    public void A_turn_lasts_as_long_as_was_said_and_then_goes_over()
    {
        Call(Wei);
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(TimeSpan.FromSeconds(70), Left);

        clock.Advance(TimeSpan.FromSeconds(80));
        Assert.Equal(TimeSpan.FromSeconds(-10), Left);
        Assert.Equal(Wei, session.SpeakerId);
    }

    [Fact]
    public void A_turn_that_stands_still_loses_no_time()
    {
        Call(Wei);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(session.Pause(true, Now));
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(TimeSpan.FromSeconds(90), Left);
        Assert.False(session.Pause(true, Now));

        Assert.True(session.Pause(false, Now));
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(60), Left);
        Assert.False(session.Pause(false, Now));
    }

    [Fact]
    public void Minutes_are_added_to_what_is_left_and_a_turn_that_went_over_begins_again_with_them()
    {
        Assert.False(session.Extend(5, Now));
        Call(Wei);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(session.Extend(5, Now));
        Assert.Equal(TimeSpan.FromMinutes(6), Left);

        clock.Advance(TimeSpan.FromMinutes(8));
        session.Extend(5, Now);
        Assert.Equal(TimeSpan.FromMinutes(5), Left);
    }

    [Fact]
    public void Minutes_are_added_while_the_turn_stands_still()
    {
        Call(Wei);
        session.Pause(true, Now);
        clock.Advance(TimeSpan.FromMinutes(3));
        session.Extend(5, Now);
        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(TimeSpan.FromMinutes(7), Left);
    }

    [Fact]
    public void No_turn_gets_longer_than_an_hour()
    {
        Call(Wei);
        foreach (var _ in Enumerable.Range(0, 20))
            session.Extend(5, Now);

        Assert.Equal(TimeSpan.FromHours(1), Left);
    }

    [Fact]
    public void Another_length_counts_from_the_next_turn_on()
    {
        Call(Wei);
        session.SetTurnLength(5);
        Assert.Equal(TimeSpan.FromMinutes(2), Left);

        Call(Jonas);

        Assert.Equal(TimeSpan.FromMinutes(5), Left);
    }

    [Fact]
    public void Who_has_spoken_waits_for_those_who_have_not()
    {
        Call(Wei);
        session.Lower(Wei);
        Raise(Wei);
        Raise(Jonas);

        session.CallNext(Now);

        Assert.Equal(Jonas, session.SpeakerId);
        Assert.Equal([Wei], SpeakersQueue.InOrder(session.Hands).Select(hand => hand.AccountId));
    }

    [Fact]
    public void With_no_hand_up_the_next_one_is_nobody()
    {
        Assert.False(session.CallNext(Now));
        Call(Wei);

        Assert.True(session.CallNext(Now));
        Assert.Null(session.SpeakerId);
        Assert.Null(Left);
    }

    [Fact]
    public void Who_speaks_cannot_raise_a_hand_and_is_done_by_taking_it_down()
    {
        Call(Wei);
        Assert.False(session.Raise(Wei, ++sequence));

        Assert.True(session.Lower(Wei));

        Assert.Null(session.SpeakerId);
        Assert.False(session.Lower(Wei));
    }

    [Fact]
    public void A_hand_goes_up_once_and_down_once()
    {
        Assert.True(Raise(Wei));
        Assert.False(Raise(Wei));
        Assert.True(session.Lower(Wei));
        Assert.False(session.Lower(Wei));
        Assert.Equal(0, session.Version);
    }

    [Fact]
    public void Who_is_dismissed_neither_speaks_nor_waits_nor_leads()
    {
        Call(Wei);
        Raise(Jonas);

        Assert.True(session.Dismiss(Wei));
        Assert.True(session.Dismiss(Jonas));
        Assert.True(session.Dismiss(Ingrid));

        Assert.False(session.Dismiss(Ingrid));
        Assert.Null(session.SpeakerId);
        Assert.Null(session.FacilitatorId);
        Assert.Empty(SpeakersQueue.InOrder(session.Hands));
    }

    [Fact]
    public void It_ends_after_half_an_hour_without_anybody_and_after_six_hours_with_everybody()
    {
        var start = Now;
        Assert.Equal(start + TimeSpan.FromMinutes(30), session.EndsAt);

        clock.Advance(TimeSpan.FromHours(2));
        session.SeenAt = Now;
        Assert.Equal(start + TimeSpan.FromMinutes(150), session.EndsAt);

        clock.Advance(TimeSpan.FromMinutes(225));
        session.SeenAt = Now;
        Assert.Equal(start + TimeSpan.FromHours(6), session.EndsAt);
    }

    private bool Raise(Guid member) => session.Raise(member, ++sequence);

    private void Call(Guid member)
    {
        Raise(member);
        session.CallNext(Now);
        Assert.Equal(member, session.SpeakerId);
    }
}
