namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who speaks next: who has spoken least, and among those whose hand has been up longest.</summary>
public static class SpeakersQueue
{
    public static IEnumerable<Hand> InOrder(IEnumerable<Hand> hands) =>
        hands.Where(hand => hand.RaisedAs is not null).OrderBy(hand => hand.Spoken).ThenBy(hand => hand.RaisedAs);
}
