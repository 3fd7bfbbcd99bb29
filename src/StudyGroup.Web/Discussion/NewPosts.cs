using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>What was new in a thread when the page was opened: a line stands before the first of it for as long as the page is open.</summary>
/// <param name="First">The first new post as they stand on the page.</param>
/// <param name="Above">How many posts stand above it.</param>
/// <param name="Count">How many were new.</param>
/// <param name="VisitedAt">When the reader looked at it before.</param>
public sealed record NewPosts(Guid First, int Above, int Count, DateTimeOffset? VisitedAt)
{
    /// <summary>Null where nothing is new; what the reader knows from another thread is not.</summary>
    public static NewPosts? In(IReadOnlyList<CommentView> comments, ThreadUnread unread, CurrentMember reader, IReadOnlySet<Guid> known)
    {
        var order = PostOrder.Arrange(comments).SelectMany(branch => branch.Replies.Select(reply => reply.Comment).Prepend(branch.Root)).ToList();
        var first = order.FindIndex(comment => IsNew(comment, unread.Seen, reader) && !known.Contains(comment.Id));
        return first < 0 || unread.Count == 0 ? null : new NewPosts(order[first].Id, first, unread.Count, unread.VisitedAt);
    }

    public static bool IsNew(CommentView comment, long seen, CurrentMember reader) => comment.Sequence > seen && comment.AuthorId != reader.AccountId && comment.Html is not null;
}
