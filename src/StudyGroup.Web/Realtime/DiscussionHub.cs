using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using StudyGroup.Discussion;
using StudyGroup.Identity;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Web.Discussion;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Realtime;

/// <summary>The door for programs: the same policy and the same handlers as the pages. Its form is part of the outside contract.</summary>
[Authorize]
public sealed class DiscussionHub(
    HubWatches watches, PostCommentHandler posts, PostLimiter limiter, Typing typing, ITopicAccess access) : Hub
{
    public const string Path = "/hubs/discussion";

    private CurrentMember Member => Context.User?.ToCurrentMember() ?? throw Refuse(new Error(ErrorKind.SignedOut, "signed-out", "Sign in again."));

    public override async Task OnConnectedAsync()
    {
        await watches.OpenAsync(Context.ConnectionId, Member, Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await watches.CloseAsync(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    /// <summary>Begins to send what happens in the topic, after what was missed since <paramref name="after"/>.</summary>
    public async Task<HubMessages.Watched> Watch(string? topic, long? after)
    {
        var watched = await watches.WatchAsync(Context.ConnectionId, TopicOf(topic), after, Context.ConnectionAborted);
        return watched.Succeeded ? watched.Value : throw Refuse(watched.Error);
    }

    public Task Unwatch(string? topic) => watches.UnwatchAsync(Context.ConnectionId, TopicOf(topic));

    /// <summary>Answers once the rows are durable.</summary>
    public async Task<PostedComment> PostComment(CommentEndpoints.PostBody? body)
    {
        if (body is null)
            throw Refuse(Error.Invalid("invalid", "Say what to post."));
        if (Context.User?.MayWrite() != true)
            throw Refuse(Error.Invalid("invalid", "This access token may read only."));
        if (limiter.Take(Member.AccountId) is { } tooMany)
            throw Refuse(tooMany);

        // The rows are written whether or not the caller waits for the answer: a retry under the same key finds them.
        var posted = await posts.HandleAsync(body.ToRequest(), Member, CancellationToken.None);
        return posted.Succeeded ? posted.Value : throw Refuse(posted.Error);
    }

    /// <summary>Told to the others who watch the topic; stored nowhere.</summary>
    public async Task Typing(string? topic)
    {
        var parsed = TopicOf(topic);
        if (await access.StreamOfAsync(Member, parsed, Context.ConnectionAborted) is not { } stream)
            throw Refuse(Error.NotFound);
        typing.Typed(parsed, stream, Member);
    }

    private static Topic TopicOf(string? text) =>
        StudyGroup.Realtime.Topic.TryParse(text, out var topic) && topic.Kind != TopicKind.Account ? topic : throw Refuse(Error.NotFound);

    private static HubException Refuse(Error error)
    {
        var code = error.Kind switch
        {
            ErrorKind.NotFound => "not-found",
            ErrorKind.TooLong => "too-long",
            ErrorKind.BadPassage => "bad-passage",
            ErrorKind.Locked => "locked",
            ErrorKind.TooMany => "too-many",
            ErrorKind.SignedOut => "signed-out",
            ErrorKind.Invalid or ErrorKind.Conflict => "invalid",
        };
        return new HubException($"{code}: {error.Message}");
    }
}
