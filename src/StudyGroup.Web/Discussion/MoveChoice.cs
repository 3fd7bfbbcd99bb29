using StudyGroup.Discussion;

namespace StudyGroup.Web.Discussion;

/// <summary>The posts that a moderator has chosen to move, while the page offers to choose.</summary>
public sealed class MoveChoice(Func<IReadOnlyList<CommentView>> posts, Action onChanged)
{
    private readonly HashSet<Guid> chosen = [];

    /// <summary>Those that are still here.</summary>
    public IReadOnlyCollection<Guid> Ids => [.. posts().Select(post => post.Id).Where(chosen.Contains)];

    public bool IsAll => posts().All(post => chosen.Contains(post.Id));

    public bool Has(Guid id) => chosen.Contains(id);

    public bool HasReplies(Guid id) => posts().Any(post => post.ParentId == id);

    public void Set(Guid id, bool isOn)
    {
        if (isOn)
            chosen.Add(id);
        else
            chosen.Remove(id);
        onChanged();
    }

    /// <summary>The post and all that was answered to it, and to that.</summary>
    public void AddBranch(Guid id)
    {
        var branch = new HashSet<Guid> { id };
        foreach (var post in posts())
        {
            if (post.ParentId is { } parent && branch.Contains(parent))
                branch.Add(post.Id);
        }

        chosen.UnionWith(branch);
        onChanged();
    }

    public void SetAll(bool isOn)
    {
        chosen.Clear();
        if (isOn)
            chosen.UnionWith(posts().Select(post => post.Id));
        onChanged();
    }
}
