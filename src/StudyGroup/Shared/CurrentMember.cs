namespace StudyGroup.Shared;

/// <summary>Who acts: the signed-in account on whose behalf a request runs. Its rights in a group are asked of the group's policy each time.</summary>
public sealed record CurrentMember(Guid AccountId, string Name, bool IsSiteAdministrator = false);
