namespace StudyGroup.Web.Annotations;

/// <summary>Names the interface texts of the margin.</summary>
public sealed class MarginTexts;
