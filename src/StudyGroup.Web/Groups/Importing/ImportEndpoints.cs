using System.Security.Claims;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Groups.Importing;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups.Importing;

/// <summary>Takes in files one by one, so that the page can show how far each has come, and shows the pictures of what came in.</summary>
public static class ImportEndpoints
{
    /// <summary>The largest request with files, in bytes: one file of the largest size, and the form around it.</summary>
    public const int LargestRequest = 65 * 1024 * 1024;

    /// <summary>One line of the answer, for one file: the id of its draft, or why there is none.</summary>
    public sealed record ReceivedLine(string Name, Guid? Id, string? Message, int Count);

    /// <summary>A line of the answer between two of those: how many hundredths of the file that is being read are done.</summary>
    public sealed record PercentLine(int Percent);

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapPageRequests("/import");
        imports.MapPost("/files", ReceiveAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimit(LargestRequest));
        imports.MapGet("/{draftId:guid}/images/{hash}", ShowAsync);
    }

    /// <summary>The address under which a page finds the pictures of a draft by their hashes.</summary>
    public static string Pictures(Guid draftId) => $"/import/{draftId}/images/";

    // The form wall has asked for the page's token already.
    private static async Task<Results<EmptyHttpResult, JsonHttpResult<RefusalAnswer>>> ReceiveAsync(
        Guid groupId, bool? chapters, IFormFile file, ClaimsPrincipal user, HttpResponse response, ReceiveUploadHandler handler, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenReadStream();
        var lines = Channel.CreateUnbounded<object>();
        var upload = new ReceiveUpload(groupId, file.FileName, stream, chapters == true) { Progress = new Written(lines.Writer) };
        var received = await handler.HandleAsync(upload, user.ToCurrentMember(), cancellationToken);
        if (!received.Succeeded)
            return received.Error.ToAnswer();

        // A line goes out as soon as its file has been read: an archive may hold hundreds.
        response.ContentType = "application/x-ndjson";
        var reading = ReadAsync(received.Value, lines.Writer, cancellationToken);
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
        {
            await response.WriteAsync(JsonSerializer.Serialize(line, JsonSerializerOptions.Web) + "\n", cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }

        await reading;
        return TypedResults.Empty;
    }

    private static async Task ReadAsync(IAsyncEnumerable<ReceivedFile> files, ChannelWriter<object> lines, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (name, draft, count) in files.WithCancellation(cancellationToken))
                lines.TryWrite(new ReceivedLine(name, draft.Succeeded ? draft.Value : null, draft.Error?.Message, count));
        }
        finally
        {
            lines.TryComplete();
        }
    }

    private sealed class Written(ChannelWriter<object> lines) : IProgress<int>
    {
        public void Report(int value) => lines.TryWrite(new PercentLine(value));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ShowAsync(Guid draftId, string hash, ClaimsPrincipal user, ImportImageQuery images, CancellationToken cancellationToken) =>
        await images.FindAsync(draftId, hash, user.ToCurrentMember(), cancellationToken) is { } image ? TypedResults.File(image.Content, image.MediaType) : TypedResults.NotFound();
}
