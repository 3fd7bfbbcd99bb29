namespace StudyGroup.Web.Groups;

/// <summary>Names the interface texts of home, library, groups, members and invitations.</summary>
public sealed class GroupTexts;
