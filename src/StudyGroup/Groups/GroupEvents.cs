namespace StudyGroup.Groups;

/// <summary>The kinds of events that this area appends to a group's stream, beside <see cref="Realtime.RightsEvents.MembershipChanged"/>.</summary>
public static class GroupEvents
{
    /// <summary>Subject and reading: the reading that was put on the shelf.</summary>
    public const string ReadingShelved = "reading.shelved";

    /// <summary>The group reads it in another way now, so that a page may show more of it or less. Subject: the reading.</summary>
    public const string ShelfChanged = "shelf.changed";

    /// <summary>The reading has another edition, or many of its marks stand elsewhere: what a page or a program knew of it is to be read anew. Subject: the current edition.</summary>
    public const string TextChanged = "reading.changed";
}
