namespace StudyGroup.Web.Shell;

/// <summary>Names the words that the browser's scripts show.</summary>
public sealed class ScriptTexts;
