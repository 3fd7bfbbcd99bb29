namespace StudyGroup.Tests.Authorization;

/// <summary>Who can be standing before a group's door: the four roles, two who were let in once, and one from another group.</summary>
public enum Person
{
    Owner,
    Moderator,
    Participant,
    Observer,
    Suspended,
    Removed,
    Stranger,
}
