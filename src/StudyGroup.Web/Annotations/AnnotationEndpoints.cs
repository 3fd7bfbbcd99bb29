using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Editions;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Annotations;

/// <summary>Marks: all of a reading at once for the painter, adding one, taking one's own away; and the place where the member reads.</summary>
public static class AnnotationEndpoints
{
    /// <summary>A mark as the painter takes it; <c>Member</c> tells people apart and is the author's id.</summary>
    public sealed record MarkAnswer(Guid Id, Guid Edition, string Start, string End, string Kind, bool Mine, Guid Member, int Comments)
    {
        public static MarkAnswer Of(MarkView mark, int comments, Guid me) => new(
            mark.Id,
            mark.EditionId,
            $"{mark.StartBlock}:{mark.StartOffset}",
            $"{mark.EndBlock}:{mark.EndOffset}",
            NameOf(mark.Kind),
            mark.AuthorId == me,
            mark.AuthorId,
            comments);
    }

    public sealed record HighlightBody(Guid Key, Guid GroupId, Guid ReadingId, string? Visibility, Passage? Passage);

    public sealed record PlaceBody(Passage? Passage);

    public sealed record AddedAnswer(Guid Id);

    public sealed record PositionBody(string? Block);

    public static void MapAnnotations(this IEndpointRouteBuilder routes)
    {
        var marks = routes.MapPageRequests("/annotations");
        marks.MapGet("/{groupId:guid}/{readingId:guid}", ListAsync);
        marks.MapPost("/", AddAsync);
        marks.MapPost("/{id:guid}/place", AttachAsync);
        marks.MapDelete("/{id:guid}", RemoveAsync);
        routes.MapPageRequests("/positions").MapPut("/{readingId:guid}", MoveAsync);
    }

    public static string NameOf(AnnotationKind kind) => kind switch
    {
        AnnotationKind.Highlight => "highlight",
        AnnotationKind.Comment => "comment",
        AnnotationKind.Question => "question",
        AnnotationKind.Link => "link",
    };

    private static async Task<Ok<IEnumerable<MarkAnswer>>> ListAsync(Guid groupId, Guid readingId, ClaimsPrincipal user, MarginQuery margin, CancellationToken cancellationToken)
    {
        var member = user.ToCurrentMember();
        var marks = await margin.MarksAsync(groupId, readingId, member, cancellationToken);
        return TypedResults.Ok(marks.Select(mark => MarkAnswer.Of(mark, mark.Comments, member.AccountId)));
    }

    private static async Task<Results<Ok<AddedAnswer>, JsonHttpResult<RefusalAnswer>>> AddAsync(
        HighlightBody body, ClaimsPrincipal user, AddAnnotationHandler handler, PostLimiter limiter, CancellationToken cancellationToken)
    {
        var member = user.ToCurrentMember();
        if (limiter.Take(member.AccountId) is { } refusal)
            return refusal.ToAnswer();
        if (body.Passage is not { } passage)
            return StudyGroup.Shared.Error.Invalid("invalid", "Say which passage to mark.").ToAnswer();

        var added = await handler.HandleAsync(
            new AddAnnotation(body.Key, body.GroupId, body.ReadingId, AnnotationKind.Highlight, body.Visibility == "private", passage), member, cancellationToken);
        return added.Succeeded ? TypedResults.Ok(new AddedAnswer(added.Value)) : added.Error.ToAnswer();
    }

    private static async Task<Results<NoContent, JsonHttpResult<RefusalAnswer>>> RemoveAsync(
        Guid id, ClaimsPrincipal user, RemoveAnnotationHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new RemoveAnnotation(id), user.ToCurrentMember(), cancellationToken)).ToAnswer();

    private static async Task<Results<NoContent, JsonHttpResult<RefusalAnswer>>> AttachAsync(
        Guid id, PlaceBody body, ClaimsPrincipal user, AttachMarkHandler handler, CancellationToken cancellationToken) => body.Passage is { } passage
        ? (await handler.HandleAsync(new AttachMark(id, passage), user.ToCurrentMember(), cancellationToken)).ToAnswer()
        : StudyGroup.Shared.Error.Invalid("invalid", "Say which passage to mark.").ToAnswer();

    private static async Task<Results<NoContent, JsonHttpResult<RefusalAnswer>>> MoveAsync(
        Guid readingId, PositionBody body, ClaimsPrincipal user, MarkPositionHandler handler, SectionReading sections, CancellationToken cancellationToken)
    {
        var moved = await handler.HandleAsync(new MarkPosition(readingId, body.Block ?? ""), user.ToCurrentMember(), cancellationToken);
        return (moved.Succeeded ? await sections.ReadOnAsync(readingId, user.ToCurrentMember(), cancellationToken) : moved).ToAnswer();
    }
}
