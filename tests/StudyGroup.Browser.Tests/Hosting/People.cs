using StudyGroup.Shared;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>Somebody with an account.</summary>
public sealed record Person(Guid Id, string Name, string Email)
{
    public const string Password = "a lantern and two chairs";

    public CurrentMember Member => new(Id, Name);
}

/// <summary>A group that reads one text, made for one test.</summary>
public sealed record Circle
{
    /// <summary>A word that stands in its names and its text, and nowhere else in the world.</summary>
    public required string Canary { get; init; }

    public required Guid GroupId { get; init; }

    public required string GroupSlug { get; init; }

    public required Guid ReadingId { get; init; }

    public required string ReadingSlug { get; init; }

    public required Guid EditionId { get; init; }

    public required Person Owner { get; init; }

    public required Person Moderator { get; init; }

    public required Person Ana { get; init; }

    public required Person Ben { get; init; }

    public string GroupPath => $"/groups/{GroupSlug}";

    public string ReadingPath => $"{GroupPath}/readings/{ReadingSlug}";

    public string ThreadPath(Guid threadId) => $"{GroupPath}/threads/{threadId}";
}
