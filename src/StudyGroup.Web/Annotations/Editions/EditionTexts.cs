namespace StudyGroup.Web.Annotations.Editions;

/// <summary>Names the interface texts of the pages about editions.</summary>
public sealed class EditionTexts;
