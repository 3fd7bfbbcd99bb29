using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What a comment said from some moment on.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="From">When these words came.</param>
/// <param name="Changes">How they differ from the version before; of the first version, its words.</param>
public sealed record CommentVersion(int Number, DateTimeOffset From, IReadOnlyList<TextPiece> Changes);

/// <summary>The versions of an edited comment. What was changed within its first minutes counts as never said.</summary>
public sealed class RevisionQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>Older ones are left out, and the oldest of these is shown as it was.</summary>
    public const int MostShown = 30;

    /// <returns>Newest first. Empty where there is one version only, and for who may not see the comment, or when it is deleted or hidden, or waits for the member's own note.</returns>
    public async Task<IReadOnlyList<CommentVersion>> ListAsync(Guid commentId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var comment = await (
            from row in db.Comments()
            where row.Id == commentId && row.DeletedAt == null && row.HiddenAt == null
                && db.ThreadsOpenTo(member.AccountId).Any(thread => thread.Id == row.ThreadId)
                && db.ReadableGroups(member.AccountId).Contains(row.GroupId)
            select new { row.Markdown, row.PostedAt }).SingleOrDefaultAsync(cancellationToken);
        if (comment is null)
            return [];

        var replaced = await db.Revisions().Where(revision => revision.CommentId == commentId)
            .OrderByDescending(revision => revision.Version).Take(MostShown).ToListAsync(cancellationToken);
        replaced.RemoveAll(revision => revision.ReplacedAt - comment.PostedAt < Comment.Grace);
        replaced.Reverse();

        var words = replaced.Select(revision => revision.Markdown).Append(comment.Markdown).ToList();
        var from = replaced.Select(revision => revision.ReplacedAt).Prepend(comment.PostedAt).ToList();
        return words.Count == 1 ? [] : [.. words.Select((text, index) => new CommentVersion(
            index + 1, from[index], index == 0 ? [new TextPiece(PieceKind.Same, text)] : WordDifference.Of(words[index - 1], text))).Reverse()];
    }
}
