using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Groups.Importing;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups.Importing;

/// <summary>Takes in files one by one, so that the page can show how far each has come.</summary>
public static class ImportEndpoints
{
    /// <summary>The largest request with files, in bytes: one file of the largest size, and the form around it.</summary>
    public const int LargestRequest = 65 * 1024 * 1024;

    public sealed record ReceivedAnswer(Guid Id);

    public static void MapImports(this IEndpointRouteBuilder routes) =>
        routes.MapPageRequests("/import").MapPost("/files", ReceiveAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimit(LargestRequest));

    // The form wall has asked for the page's token already.
    private static async Task<Results<Ok<ReceivedAnswer>, JsonHttpResult<RefusalAnswer>>> ReceiveAsync(
        Guid groupId, IFormFile file, ClaimsPrincipal user, ReceiveImportHandler handler, CancellationToken cancellationToken)
    {
        var received = await handler.HandleAsync(new ReceiveImport(groupId, file.FileName, await file.BytesAsync(cancellationToken)), user.ToCurrentMember(), cancellationToken);
        return received.Succeeded ? TypedResults.Ok(new ReceivedAnswer(received.Value)) : received.Error.ToAnswer();
    }

    internal static async Task<byte[]> BytesAsync(this IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
