using StudyGroup.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>The cards of a margin in the order of the text, and the one that is open with its comments. Applying the same news twice changes nothing the second time.</summary>
public sealed class MarginState
{
    private readonly List<ThreadCard> cards = [];
    private readonly List<CommentView> comments = [];
    private readonly HashSet<Guid> fresh = [];
    private readonly HashSet<Guid> come = [];

    public IReadOnlyList<ThreadCard> Cards => cards;

    /// <summary>The comments of the open card.</summary>
    public IReadOnlyList<CommentView> Comments => comments;

    /// <summary>Mark of the open card.</summary>
    public Guid? Open { get; private set; }

    public ThreadCard? OpenCard => cards.Find(card => card.Mark?.Id == Open);

    public int CommentCount => cards.Sum(card => card.Comments);

    public bool IsFresh(Guid markId) => fresh.Contains(markId);

    public bool HasCome(Guid markId) => come.Contains(markId);

    public void Load(IEnumerable<ThreadCard> loaded)
    {
        cards.Clear();
        foreach (var card in loaded)
            Put(card);
    }

    /// <summary>Adds the card or replaces the one of the same mark, at its place in the text.</summary>
    /// <returns>Whether it was not there before.</returns>
    public bool Put(ThreadCard card)
    {
        if (card.Mark is not { } mark)
            return false;

        var isNew = cards.RemoveAll(other => other.Mark?.Id == mark.Id) == 0;
        var place = cards.FindIndex(other => Compare(other, card) > 0);
        cards.Insert(place < 0 ? cards.Count : place, card);
        return isNew;
    }

    public void Remove(Guid markId)
    {
        cards.RemoveAll(card => card.Mark?.Id == markId);
        if (Open == markId)
            Close();
    }

    public void OpenWith(Guid markId, IEnumerable<CommentView> loaded)
    {
        Open = markId;
        comments.Clear();
        comments.AddRange(loaded);
    }

    public void Close()
    {
        Open = null;
        comments.Clear();
    }

    /// <summary>Puts a comment of the open thread into its place by number.</summary>
    public void Put(CommentView comment)
    {
        comments.RemoveAll(other => other.Id == comment.Id);
        var place = comments.FindIndex(other => other.Sequence > comment.Sequence);
        comments.Insert(place < 0 ? comments.Count : place, comment);
    }

    /// <summary>It is in another thread.</summary>
    public void RemoveComment(Guid id) => comments.RemoveAll(comment => comment.Id == id);

    /// <summary>There is something in it that the reader has not seen, or nothing any more.</summary>
    public void MarkFresh(Guid markId, bool isFresh)
    {
        if (isFresh)
            fresh.Add(markId);
        else
            fresh.Remove(markId);
    }

    /// <summary>Something in it came in while the page was open.</summary>
    public void MarkCome(Guid markId)
    {
        fresh.Add(markId);
        come.Add(markId);
    }

    private static int Compare(ThreadCard one, ThreadCard other) =>
        one.Mark is { } left && other.Mark is { } right
            ? (left.StartPosition, left.StartOffset, left.Id).CompareTo((right.StartPosition, right.StartOffset, right.Id))
            : 0;
}
