namespace StudyGroup.Web.Annotations.Links;

/// <summary>Names the interface texts about links between passages.</summary>
public sealed class LinkTexts;
