using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Tags;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>Drafts, previews, names, paragraphs and tags for the composer.</summary>
public static class DraftEndpoints
{
    private const int LongestBody = 128 * 1024;

    public sealed record DraftBody(long Sequence, string? Markdown, JsonElement? Target);

    public sealed record SavedAnswer(DateTimeOffset SavedAt);

    public sealed record PreviewBody(string? Markdown, Guid? GroupId, Guid? ReadingId);

    public sealed record PreviewAnswer(string Html);

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var discussion = routes.MapPageRequests("/discussion").WithMetadata(new RequestSizeLimit(LongestBody));
        discussion.MapGet("/drafts", ListAsync);
        discussion.MapGet("/drafts/{**key}", FindAsync);
        discussion.MapPut("/drafts/{**key}", SaveAsync);
        discussion.MapPost("/preview", PreviewAsync);
        discussion.MapGet("/members", SuggestAsync);
        discussion.MapGet("/paragraphs", SuggestParagraphsAsync);
        discussion.MapGet("/tags", SuggestTagsAsync);
    }

    private static async Task<Ok<IReadOnlyList<DraftView>>> ListAsync(ClaimsPrincipal user, DraftQuery drafts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await drafts.ListAsync(user.ToCurrentMember(), cancellationToken));

    private static async Task<Results<Ok<DraftView>, NoContent>> FindAsync(string key, ClaimsPrincipal user, DraftQuery drafts, CancellationToken cancellationToken) =>
        await drafts.FindAsync(user.ToCurrentMember(), Uri.UnescapeDataString(key), cancellationToken) is { } draft ? TypedResults.Ok(draft) : TypedResults.NoContent();

    private static async Task<Results<Ok<SavedAnswer>, JsonHttpResult<RefusalAnswer>>> SaveAsync(
        string key, DraftBody body, ClaimsPrincipal user, SaveDraftHandler handler, CancellationToken cancellationToken)
    {
        var saved = await handler.HandleAsync(
            new SaveDraft(Uri.UnescapeDataString(key), body.Sequence, body.Markdown ?? "", body.Target?.GetRawText() ?? "null"), user.ToCurrentMember(), cancellationToken);
        return saved.Succeeded ? TypedResults.Ok(new SavedAnswer(saved.Value)) : saved.Error.ToAnswer();
    }

    private static async Task<Results<Ok<PreviewAnswer>, JsonHttpResult<RefusalAnswer>>> PreviewAsync(
        PreviewBody body, ClaimsPrincipal user, CommentPreview preview, CancellationToken cancellationToken)
    {
        var html = await preview.RenderAsync(body.Markdown ?? "", body.GroupId, body.ReadingId, user.ToCurrentMember(), cancellationToken);
        return html.Succeeded ? TypedResults.Ok(new PreviewAnswer(html.Value)) : html.Error.ToAnswer();
    }

    private static async Task<Ok<IReadOnlyList<MentionSuggestion>>> SuggestAsync(
        Guid groupId, Guid? readingId, string? typed, ClaimsPrincipal user, MentionQuery mentions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mentions.SuggestAsync(groupId, readingId, typed ?? "", user.ToCurrentMember(), cancellationToken));

    private static async Task<Ok<IReadOnlyList<ParagraphSuggestion>>> SuggestParagraphsAsync(
        Guid groupId, Guid readingId, int? typed, ClaimsPrincipal user, ParagraphQuery paragraphs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await paragraphs.SuggestAsync(groupId, readingId, typed, user.ToCurrentMember(), cancellationToken));

    private static async Task<Ok<IReadOnlyList<TagCount>>> SuggestTagsAsync(
        Guid groupId, string? typed, ClaimsPrincipal user, TagQuery tags, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tags.SuggestAsync(groupId, typed ?? "", user.ToCurrentMember(), cancellationToken));
}
