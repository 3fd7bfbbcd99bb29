using StudyGroup.Discussion;

namespace StudyGroup.Web.Discussion;

/// <summary>The comments of a thread page: those around the place that was asked for, and as many before and after as were read since. Applying the same news twice changes nothing the second time.</summary>
public sealed class ThreadPosts
{
    private readonly List<CommentView> comments = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<CommentView> Comments => comments;

    /// <summary>There are later ones that were not read yet.</summary>
    public bool HasMore { get; private set; }

    /// <summary>There are earlier ones that were not read yet.</summary>
    public bool HasEarlier { get; private set; }

    /// <summary>Number before which the page before ends.</summary>
    public long First => comments.Count == 0 ? 0 : comments[0].Sequence;

    /// <summary>Number after which the next page begins.</summary>
    public long Last => comments.Count == 0 ? 0 : comments[^1].Sequence;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        comments.Clear();
        HasEarlier = false;
    }

    /// <summary>Adds the comments before the first; a full page says that there may be more.</summary>
    public void Prepend(IReadOnlyList<CommentView> page)
    {
        HasEarlier = page.Count == ThreadQuery.PageSize;
        foreach (var comment in page)
            Insert(comment);
    }

    /// <summary>Adds a page of comments; a full one says that there may be more.</summary>
    public void Append(IReadOnlyList<CommentView> page)
    {
        HasMore = page.Count == ThreadQuery.PageSize;
        foreach (var comment in page)
            Insert(comment);
    }

    /// <summary>Takes a comment as it is now: replaces it, or puts it at its place by number.</summary>
    /// <returns>False when it belongs to a page that is not here yet; it comes with that page.</returns>
    public bool Put(CommentView comment)
    {
        if ((HasMore && comment.Sequence > Last) || (HasEarlier && comment.Sequence < First))
            return false;
        Insert(comment);
        return true;
    }

    /// <summary>It is in another thread.</summary>
    public bool Remove(Guid id) => comments.RemoveAll(comment => comment.Id == id) > 0;

    private void Insert(CommentView comment)
    {
        var known = comments.FindIndex(other => other.Id == comment.Id);
        if (known >= 0)
        {
            comments[known] = comment;
            return;
        }

        // News come at the end, almost always.
        var place = comments.FindLastIndex(other => other.Sequence < comment.Sequence) + 1;
        comments.Insert(place, comment);
    }
}
