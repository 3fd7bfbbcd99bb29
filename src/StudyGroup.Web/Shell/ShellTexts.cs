namespace StudyGroup.Web.Shell;

/// <summary>Names the interface texts of the frame around every page.</summary>
public sealed class ShellTexts;
