namespace StudyGroup.Web.Discussion;

/// <summary>Names the interface texts of threads and posts.</summary>
public sealed class DiscussionTexts;
