using System.Text.Json;

namespace StudyGroup.Load.Hubs;

internal sealed record Place(string Block, int Offset);

internal sealed record PassageOf(Guid EditionId, Place Start, Place End);

internal sealed record PostTarget(Guid GroupId, Guid? ReadingId = null, string? Kind = null, string? Title = null, PassageOf? Passage = null);

internal sealed record Posted(Guid Id, Guid ThreadId, long Sequence);

internal sealed record EventSeen(long Sequence, string Kind, Guid? CommentId, string Html);

internal sealed record Watched(long Sequence, IReadOnlyList<EventSeen> Events, bool Gap);

/// <summary>The discussion hub as a script of a member sees it.</summary>
internal sealed class DiscussionClient(JsonHub hub) : IAsyncDisposable
{
    public const string Path = "/hubs/discussion";

    public Task Ended => hub.Ended;

    public async Task<Watched> WatchAsync(string topic, long? after, CancellationToken cancellationToken)
    {
        var answer = await hub.InvokeAsync("Watch", [topic, after], cancellationToken);
        return new Watched(
            answer.GetProperty("sequence").GetInt64(),
            [.. answer.GetProperty("events").EnumerateArray().Select(Read)],
            answer.GetProperty("gap").GetBoolean());
    }

    public Task<Posted> ReplyAsync(Guid threadId, string markdown, Guid key, CancellationToken cancellationToken) =>
        PostAsync(new { key, threadId, markdown }, cancellationToken);

    public Task<Posted> StartAsync(PostTarget target, string markdown, Guid key, CancellationToken cancellationToken) =>
        PostAsync(new { key, target, markdown }, cancellationToken);

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private async Task<Posted> PostAsync(object post, CancellationToken cancellationToken)
    {
        var answer = await hub.InvokeAsync("PostComment", [post], cancellationToken);
        return new Posted(answer.GetProperty("id").GetGuid(), answer.GetProperty("threadId").GetGuid(), answer.GetProperty("sequence").GetInt64());
    }

    private static EventSeen Read(JsonElement seen)
    {
        var data = seen.TryGetProperty("data", out var body) && body.ValueKind == JsonValueKind.Object ? body : default;
        return new EventSeen(
            seen.GetProperty("sequence").GetInt64(),
            seen.GetProperty("kind").GetString() ?? "",
            data.ValueKind == JsonValueKind.Object && data.TryGetProperty("commentId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetGuid() : null,
            data.ValueKind == JsonValueKind.Object && data.TryGetProperty("html", out var html) ? html.GetString() ?? "" : "");
    }
}
