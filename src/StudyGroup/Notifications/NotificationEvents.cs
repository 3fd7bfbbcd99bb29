namespace StudyGroup.Notifications;

/// <summary>The kinds of events that this area appends to an account's own stream.</summary>
public static class NotificationEvents
{
    /// <summary>Subject: the notification.</summary>
    public const string Added = "notification.added";

    /// <summary>Some of them were read, or what they are about has changed or gone; pages read them anew.</summary>
    public const string Read = "notification.read";
}
