using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Identity;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>What the composer sends. Posting goes by plain requests, not through the circuit, so that a lost line never loses words.</summary>
public static class CommentEndpoints
{
    /// <summary>The longest body: 10,000 characters as JSON escapes at their worst, and the target.</summary>
    private const int LongestBody = 128 * 1024;

    /// <summary>Where a first comment belongs, as the page says it.</summary>
    public sealed record TargetBody(Guid GroupId, Guid? ReadingId, AnnotationKind? Kind, string? Title, Passage? Passage);

    public sealed record PostBody(Guid Key, Guid? ThreadId, TargetBody? Target, Guid? ParentId, string? Markdown, string? Visibility, string? DraftKey, long? DraftSequence);

    public sealed record EditBody(string? Markdown, int Version);

    public sealed record EditAnswer(int Version);

    public static void MapComments(this IEndpointRouteBuilder routes)
    {
        var comments = routes.MapPageRequests("/discussion/comments").WithMetadata(new RequestSizeLimit(LongestBody));
        comments.MapPost("/", PostAsync);
        comments.MapPut("/{id:guid}", EditAsync);
        comments.MapGet("/{id:guid}/source", SourceAsync);
    }

    /// <summary>The request as the core takes it; shared with the hub.</summary>
    public static PostComment ToRequest(this PostBody body) => new(body.Key, body.Markdown ?? "")
    {
        ThreadId = body.ThreadId,
        ParentId = body.ParentId,
        DraftKey = body.DraftKey,
        DraftSequence = body.DraftSequence,
        Target = body.Target is not { } target ? null : new CommentTarget(target.GroupId)
        {
            ReadingId = target.ReadingId,
            Kind = target.Kind ?? AnnotationKind.Comment,
            Title = target.Title,
            Passage = target.Passage,
            IsPrivate = body.Visibility == "private",
        },
    };

    private static async Task<Results<Ok<PostedComment>, JsonHttpResult<RefusalAnswer>>> PostAsync(
        PostBody body, ClaimsPrincipal user, PostCommentHandler handler, PostLimiter limiter, CancellationToken cancellationToken)
    {
        var member = user.ToCurrentMember();
        return limiter.Take(member.AccountId) is { } refusal
            ? refusal.ToAnswer()
            : (await handler.HandleAsync(body.ToRequest(), member, cancellationToken)).ToAnswer();
    }

    private static async Task<Results<Ok<EditAnswer>, JsonHttpResult<RefusalAnswer>>> EditAsync(
        Guid id, EditBody body, ClaimsPrincipal user, EditCommentHandler handler, PostLimiter limiter, CancellationToken cancellationToken)
    {
        var member = user.ToCurrentMember();
        if (limiter.Take(member.AccountId) is { } refusal)
            return refusal.ToAnswer();

        var edited = await handler.HandleAsync(new EditComment(id, body.Version, body.Markdown ?? ""), member, cancellationToken);
        return edited.Succeeded ? TypedResults.Ok(new EditAnswer(edited.Value)) : edited.Error.ToAnswer();
    }

    private static async Task<Results<Ok<CommentSource>, NotFound>> SourceAsync(Guid id, ClaimsPrincipal user, ThreadQuery threads, CancellationToken cancellationToken) =>
        await threads.SourceAsync(id, user.ToCurrentMember(), cancellationToken) is { } source ? TypedResults.Ok(source) : TypedResults.NotFound();
}
