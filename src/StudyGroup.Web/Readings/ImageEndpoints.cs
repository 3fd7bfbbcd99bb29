using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Readings;

/// <summary>The pictures of figures, to who may see the text they stand in.</summary>
public static class ImageEndpoints
{
    public static void MapReadingImages(this IEndpointRouteBuilder routes) => routes.MapPageRequests("/editions").MapGet("/{editionId:guid}/images/{hash}", ShowAsync);

    private static async Task<Results<FileContentHttpResult, NotFound>> ShowAsync(Guid editionId, string hash, ClaimsPrincipal user, EditionImageQuery images, CancellationToken cancellationToken) =>
        await images.FindAsync(editionId, hash, user.ToCurrentMember(), cancellationToken) is { } image ? TypedResults.File(image.Content, image.MediaType) : TypedResults.NotFound();
}
