namespace StudyGroup.Web.Readings;

/// <summary>Names the interface texts of the reading page.</summary>
public sealed class ReadingTexts;
