using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Takes a comment out of everybody's sight, with a reason that its author reads.</summary>
public sealed record HideComment(Guid CommentId, string Reason);

public sealed class HideCommentHandler(CommentDecision decision, TimeProvider time)
{
    public async Task<Result> HandleAsync(HideComment request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        if (Errors.Check(request.Reason) is { } refusal)
            return refusal;

        return await decision.DecideAsync(request.CommentId, "comment.hide", DiscussionEvents.CommentHidden, request.Reason, moderator, Hide, cancellationToken);

        Result Hide(Comment comment, DiscussionThread thread)
        {
            if (!comment.IsShown)
                return Errors.AlreadyHidden;
            comment.Hide(request.Reason.Trim(), time.GetUtcNow());
            thread.CommentGone(comment.Id);
            return Result.Success;
        }
    }
}
