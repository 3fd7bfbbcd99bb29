using StudyGroup.Groups.LiveSessions;
using Xunit;

namespace StudyGroup.Tests.Groups.LiveSessions;

/// <summary>The order of speakers, over evenings that nobody planned.</summary>
public sealed class SpeakersQueueTests
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 19, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    [Theory, MemberData(nameof(Seeds))]
    public void Who_spoke_least_comes_first_and_then_whose_hand_went_up_first(int seed)
    {
        var chance = new Random(seed);
        var members = Enumerable.Range(0, 8).Select(number => new Guid(number, 0, 0, new byte[8])).ToArray();
        var session = LiveSession.Start(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), members[0], "b1", Evening);
        var (spoken, raised, speaker) = (new Dictionary<Guid, int>(), new Dictionary<Guid, long>(), default(Guid?));

        for (var step = 1; step <= 300; step++)
        {
            var member = members[chance.Next(members.Length)];
            switch (chance.Next(4))
            {
                case 0 or 1:
                    if (session.Raise(member, step))
                        raised.Add(member, step);
                    break;
                case 2:
                    session.Lower(member);
                    raised.Remove(member);
                    speaker = speaker == member ? null : speaker;
                    break;
                default:
                    var next = raised.Count == 0 ? default(Guid?) : raised.OrderBy(hand => spoken.GetValueOrDefault(hand.Key)).ThenBy(hand => hand.Value).First().Key;
                    session.CallNext(Evening);
                    speaker = next;
                    if (next is { } called)
                    {
                        raised.Remove(called);
                        spoken[called] = spoken.GetValueOrDefault(called) + 1;
                    }

                    break;
            }

            var queue = SpeakersQueue.InOrder(session.Hands).Select(hand => hand.AccountId).ToList();
            Assert.Equal(raised.OrderBy(hand => (spoken.GetValueOrDefault(hand.Key), hand.Value)).Select(hand => hand.Key), queue);
            Assert.Equal(speaker, session.SpeakerId);
            Assert.Equal(queue, SpeakersQueue.InOrder(session.Hands.Reverse()).Select(hand => hand.AccountId));
        }
    }

    [Fact]
    public void As_long_as_all_hands_are_up_nobody_speaks_a_second_time_before_everybody_has_spoken_once()
    {
        var members = Enumerable.Range(0, 12).Select(number => new Guid(number, 0, 0, new byte[8])).ToArray();
        var session = LiveSession.Start(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), members[0], "b1", Evening);
        var spoke = new List<Guid?>();
        for (var step = 0; step < 60; step++)
        {
            foreach (var member in members)
                session.Raise(member, (step * 100) + Array.IndexOf(members, member) + 1);
            session.CallNext(Evening);
            spoke.Add(session.SpeakerId);
        }

        foreach (var round in spoke.Chunk(members.Length))
            Assert.Equal(members.Length, round.Distinct().Count());
    }
}
