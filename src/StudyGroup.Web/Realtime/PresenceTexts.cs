namespace StudyGroup.Web.Realtime;

/// <summary>Names the interface texts of presence.</summary>
public sealed class PresenceTexts;
