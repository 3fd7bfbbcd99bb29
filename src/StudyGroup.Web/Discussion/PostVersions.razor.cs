using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>The mark of an edited comment, and behind it each version with its difference to the one before.</summary>
public sealed partial class PostVersions
{
    private IReadOnlyList<CommentVersion>? versions;

    [Inject] public required RevisionQuery Revisions { get; init; }

    [Parameter, EditorRequired] public required Guid CommentId { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required DateTimeOffset Now { get; set; }

    private string NameOf(CommentVersion version) =>
        version.Number == versions?.Count ? Text["VersionNow"] : version.Number == 1 ? Text["VersionPosted"] : Text["Version", version.Number];

    private async Task OpenAsync() => versions = await Revisions.ListAsync(CommentId, Member, CancellationToken.None);
}
