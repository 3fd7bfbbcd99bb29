namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>Names the interface texts of live sessions.</summary>
public sealed class LiveSessionTexts;
