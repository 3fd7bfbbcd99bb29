using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Tags;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Other words for one's own comment. <paramref name="Version"/> is the version that the author saw.</summary>
public sealed record EditComment(Guid CommentId, int Version, string Markdown);

public sealed class EditCommentHandler(WriteTransactions writes, OwnComment own, CommentText text, TimeProvider time)
{
    /// <returns>The new version number.</returns>
    public async Task<Result<int>> HandleAsync(EditComment request, CurrentMember author, CancellationToken cancellationToken)
    {
        var place = await own.PlaceAsync(request.CommentId, author, cancellationToken);
        if (!place.Succeeded)
            return place.Error;
        var rendered = await text.RenderAsync(request.Markdown, place.Value.GroupId, place.Value.ReadingId, cancellationToken);
        if (!rendered.Succeeded)
            return rendered.Error;

        var edited = await writes.RunAsync<int>(
            async (db, ct) =>
            {
                var found = await own.LockAsync(db, request.CommentId, DiscussionEvents.CommentEdited, author, ct);
                if (!found.Succeeded)
                    return found.Error;
                var (comment, thread) = found.Value;
                if (!comment.IsShown)
                    return Errors.Gone;
                // The answer to a first try may have been lost: what it asked for is so.
                if (comment.Version == request.Version + 1 && comment.Markdown == request.Markdown)
                    return Errors.Unchanged;
                if (comment.Version != request.Version)
                    return Errors.Changed;

                var named = await db.Mentions().Where(mention => mention.CommentId == comment.Id).Select(mention => mention.AccountId).ToListAsync(ct);
                if (text.CheckMentions(named.Union(rendered.Value.MentionedIds)) is { } refusal)
                    return refusal;

                db.Revisions().Add(new Revision { CommentId = comment.Id, Version = comment.Version, Markdown = comment.Markdown, ReplacedAt = time.GetUtcNow() });
                comment.Edit(request.Markdown, rendered.Value.Html, rendered.Value.RendererVersion, time.GetUtcNow());
                await db.TagAgainAsync(comment.Id, comment.GroupId, rendered.Value.Tags, ct);
                if (!thread.IsPrivate)
                    db.Mentions().AddRange(rendered.Value.MentionedIds.Except(named).Select(id => new Mention { CommentId = comment.Id, AccountId = id }));

                return comment.Version;
            },
            cancellationToken);
        return edited.Error == Errors.Unchanged ? request.Version + 1 : edited;
    }
}
