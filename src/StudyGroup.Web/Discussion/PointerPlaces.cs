using StudyGroup.Discussion.Moves;

namespace StudyGroup.Web.Discussion;

/// <summary>Where among the posts of a thread the pointers to those that were moved away stand: at the place of the first that went.</summary>
public sealed class PointerPlaces
{
    private readonly List<MovePointer> outer = [];
    private readonly Dictionary<Guid, List<MovePointer>> inner = [];

    public PointerPlaces(IEnumerable<MovePointer> pointers, IReadOnlyList<PostBranch> branches)
    {
        var rootOf = branches.SelectMany(branch => branch.Replies.Select(reply => (reply.Comment.Id, Root: branch.Root.Id)).Prepend((branch.Root.Id, Root: branch.Root.Id)))
            .ToDictionary(pair => pair.Id, pair => pair.Root);
        foreach (var pointer in pointers)
        {
            if (pointer.ParentId is not { } parent || !rootOf.TryGetValue(parent, out var root))
                outer.Add(pointer);
            else if (inner.TryGetValue(root, out var known))
                known.Add(pointer);
            else
                inner[root] = [pointer];
        }
    }

    /// <summary>Between the branches, after one number and up to another: what is written at a post that is gone stays below the pointer to it.</summary>
    public IEnumerable<MovePointer> Between(long after, long before) => outer.Where(pointer => pointer.Place > after && pointer.Place <= before);

    /// <summary>The same below one branch.</summary>
    public IEnumerable<MovePointer> Below(Guid root, long after, long before) =>
        inner.TryGetValue(root, out var known) ? known.Where(pointer => pointer.Place > after && pointer.Place <= before) : [];

    public bool IsBelow(Guid root) => inner.ContainsKey(root);
}
