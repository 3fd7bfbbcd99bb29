namespace StudyGroup.Web.Shared;

/// <summary>Names the interface texts of the shared components.</summary>
public sealed class SharedTexts;
