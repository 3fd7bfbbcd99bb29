using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Brings a hidden comment back.</summary>
public sealed record RestoreComment(Guid CommentId, string Reason = "");

public sealed class RestoreCommentHandler(CommentDecision decision)
{
    public async Task<Result> HandleAsync(RestoreComment request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        if (Errors.CheckIfGiven(request.Reason) is { } refusal)
            return refusal;

        return await decision.DecideAsync(request.CommentId, "comment.restore", DiscussionEvents.CommentEdited, request.Reason, moderator, Restore, cancellationToken);

        static Result Restore(Comment comment, DiscussionThread thread)
        {
            if (comment.HiddenAt is null || comment.DeletedAt is not null)
                return Errors.NotHidden;
            comment.Restore();
            thread.CommentBack();
            return Result.Success;
        }
    }
}
