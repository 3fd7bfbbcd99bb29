using Microsoft.Extensions.Options;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>How fast one member may post, over every way of posting together: page, hub and programming interface share it.</summary>
public sealed class PostLimiter(IOptions<LimitOptions> limits, TimeProvider time)
{
    private readonly SlidingWindow<Guid> posts = new(limits.Value.PostsPerMemberPerMinute, TimeSpan.FromMinutes(1), time);

    /// <summary>Counts one post; null when it may go on, or the refusal <c>too-many</c>.</summary>
    public Error? Take(Guid accountId) => posts.TryTake(accountId) ? null : Errors.TooManyPosts;
}
