using StudyGroup.Discussion;

namespace StudyGroup.Web.Discussion;

/// <summary>A post of the first level and, below it, every answer to it and to its answers, in the order of their numbers.</summary>
public sealed record PostBranch(CommentView Root, IReadOnlyList<NestedPost> Replies)
{
    /// <summary>It answers a post of this thread that is not here, and so belongs on the second level too.</summary>
    public bool IsBelow => Root.ParentName is not null;
}

/// <summary>A post of the second level. <paramref name="To"/> is whom it answers, where that is not the author of the branch's first post.</summary>
public sealed record NestedPost(CommentView Comment, string? To);

/// <summary>Puts the comments of a thread on two levels: deeper answers stay on the second and say whom they answer.</summary>
public static class PostOrder
{
    /// <param name="comments">In the order of their numbers, so that an answer never stands before what it answers.</param>
    public static IReadOnlyList<PostBranch> Arrange(IReadOnlyList<CommentView> comments)
    {
        var known = new Dictionary<Guid, CommentView>(comments.Count);
        var rootOf = new Dictionary<Guid, Guid>(comments.Count);
        var replies = new Dictionary<Guid, List<NestedPost>>();
        var roots = new List<CommentView>();
        foreach (var comment in comments)
        {
            known[comment.Id] = comment;
            if (comment.ParentId is { } parentId && known.TryGetValue(parentId, out var parent))
            {
                var root = rootOf[parentId];
                rootOf[comment.Id] = root;
                replies[root].Add(new NestedPost(comment, parentId == root ? null : parent.AuthorName));
            }
            else
            {
                rootOf[comment.Id] = comment.Id;
                replies[comment.Id] = [];
                roots.Add(comment);
            }
        }

        return [.. roots.Select(root => new PostBranch(root, replies[root.Id]))];
    }
}
