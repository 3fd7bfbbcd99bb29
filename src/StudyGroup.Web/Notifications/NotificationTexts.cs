namespace StudyGroup.Web.Notifications;

/// <summary>Names the interface texts of the bell and the feed.</summary>
public sealed class NotificationTexts;
