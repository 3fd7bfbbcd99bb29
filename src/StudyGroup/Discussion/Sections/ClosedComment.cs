using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>What a member may do to one comment, known by its id alone: nothing to one whose words are closed to them, and nothing to one that is gone.</summary>
internal static class ClosedComment
{
    /// <param name="db">Asked with one command, after the stream was locked.</param>
    /// <param name="commentId">A comment whose thread the member may see.</param>
    /// <param name="member">Who acts.</param>
    /// <param name="isOn">False for taking back what the member put there when it was open.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Null where it may be done.</returns>
    public static async Task<Error?> RefusalAsync(this StudyGroupDbContext db, Guid commentId, CurrentMember member, bool isOn, CancellationToken cancellationToken)
    {
        var standing = await db.Comments().Where(comment => comment.Id == commentId).Select(comment => new
        {
            IsShown = comment.DeletedAt == null && comment.HiddenAt == null,
            IsClosed = db.ClosedThreads().Any(closed => closed.ThreadId == comment.ThreadId && closed.AccountId == member.AccountId),
        }).SingleOrDefaultAsync(cancellationToken);
        return standing is { IsClosed: true } && isOn ? Errors.OwnNoteFirst : standing is { IsShown: true } ? null : Errors.Gone;
    }
}
