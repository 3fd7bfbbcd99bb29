using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Takes the words of one's own comment away; a stub stays where replies hang on it.</summary>
public sealed record DeleteComment(Guid CommentId);

public sealed class DeleteCommentHandler(WriteTransactions writes, OwnComment own, TimeProvider time)
{
    /// <summary>A comment is deleted once: a second request is told that it is gone.</summary>
    public Task<Result> HandleAsync(DeleteComment request, CurrentMember author, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var found = await own.LockAsync(db, request.CommentId, DiscussionEvents.CommentDeleted, author, ct);
            if (!found.Succeeded)
                return found.Error;
            var (comment, thread) = found.Value;
            if (comment.DeletedAt is not null)
                return Errors.Gone;

            if (comment.IsShown)
                thread.CommentGone(comment.Id);
            comment.Delete(time.GetUtcNow());
            await db.Revisions().Where(revision => revision.CommentId == comment.Id).ExecuteDeleteAsync(ct);
            await db.Reactions().Where(reaction => reaction.CommentId == comment.Id).ExecuteDeleteAsync(ct);
            await db.Mentions().Where(mention => mention.CommentId == comment.Id).ExecuteDeleteAsync(ct);
            await db.CommentTags().Where(tag => tag.CommentId == comment.Id).ExecuteDeleteAsync(ct);
            return Result.Success;
        },
        cancellationToken);
}
