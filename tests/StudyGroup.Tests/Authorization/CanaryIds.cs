using StudyGroup.Groups;

namespace StudyGroup.Tests.Authorization;

/// <summary>The addresses and ids that somebody might try: those of the group, those of a private note in it, or made-up ones.</summary>
internal sealed record CanaryIds(string GroupSlug, string ReadingSlug, Guid GroupId, Guid ReadingId, Guid AnnotationId, Guid ThreadId, Guid CommentId, Guid NotificationId, string DraftKey, Guid ImportId, Guid EditionId)
{
    /// <summary>Ids that name nothing.</summary>
    public static CanaryIds MadeUp() => new(
        "nowhere", "nothing", Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "no/draft", Guid.CreateVersion7(), Guid.CreateVersion7());

    /// <summary>What a page that was opened with more rights would still hold.</summary>
    public GroupView OldView => new(GroupId, GroupSlug, "", "", Role.Owner);
}
