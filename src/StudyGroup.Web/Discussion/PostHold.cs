namespace StudyGroup.Web.Discussion;

/// <summary>
/// Posts of a page that something is being written at. One of them that goes to another thread meanwhile stays, without its words, until the writing is sent or
/// given up: no text is taken off the page.
/// </summary>
public sealed class PostHold(Action<Guid> onReleased)
{
    private readonly HashSet<Guid> held = [];
    private readonly HashSet<Guid> away = [];

    public bool IsAway(Guid commentId) => away.Contains(commentId);

    public void Hold(Guid commentId) => held.Add(commentId);

    /// <summary>The page takes it away now, if it is gone.</summary>
    public void Release(Guid commentId)
    {
        held.Remove(commentId);
        if (away.Remove(commentId))
            onReleased(commentId);
    }

    /// <summary>It is in another thread.</summary>
    /// <returns>Whether it stays on the page all the same.</returns>
    public bool Leave(Guid commentId) => held.Contains(commentId) && (away.Add(commentId) || true);

    /// <summary>It is here again.</summary>
    public void Return(Guid commentId) => away.Remove(commentId);
}
