namespace StudyGroup.Web.Groups.Importing;

/// <summary>Names the interface texts of importing.</summary>
public sealed class ImportTexts;
