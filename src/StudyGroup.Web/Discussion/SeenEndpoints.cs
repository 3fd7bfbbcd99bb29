using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Discussion;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>The page says how far its reader has come in a thread.</summary>
public static class SeenEndpoints
{
    public sealed record SeenBody(long Sequence);

    public static void MapSeen(this IEndpointRouteBuilder routes) => routes.MapPageRequests("/discussion/threads").MapPut("/{id:guid}/seen", SeeAsync);

    private static async Task<Results<NoContent, JsonHttpResult<RefusalAnswer>>> SeeAsync(
        Guid id, SeenBody body, ClaimsPrincipal user, MarkSeenHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new MarkSeen(id, body.Sequence), user.ToCurrentMember(), cancellationToken)).ToAnswer();
}
