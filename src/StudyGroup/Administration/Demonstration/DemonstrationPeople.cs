using StudyGroup.Groups;

namespace StudyGroup.Administration.Demonstration;

/// <summary>Somebody of the demonstration: who they are, and what they are in their group.</summary>
internal sealed record DemonstrationPerson(string Email, string Name, string GroupSlug, Role Role);

/// <summary>The members of the two demonstration groups. The others of group <c>demo</c> know nothing of Zoe, and she nothing of them.</summary>
internal static class DemonstrationPeople
{
    public const string Demo = "demo";
    public const string Elsewhere = "elsewhere";

    public static readonly DemonstrationPerson Owner = new("owner@example.org", "Olivia Grant", Demo, Role.Owner);
    public static readonly DemonstrationPerson Moderator = new("moderator@example.org", "Milan Petrov", Demo, Role.Moderator);
    public static readonly DemonstrationPerson Ana = new("ana@example.org", "Ana Ribeiro", Demo, Role.Participant);
    public static readonly DemonstrationPerson Ben = new("ben@example.org", "Ben Okafor", Demo, Role.Participant);
    public static readonly DemonstrationPerson Observer = new("observer@example.org", "Noor Haddad", Demo, Role.Observer);
    public static readonly DemonstrationPerson Zoe = new("zoe@example.org", "Zoe Lindholm", Elsewhere, Role.Owner);

    public static readonly IReadOnlyList<DemonstrationPerson> All = [Owner, Moderator, Ana, Ben, Observer, Zoe];
}
