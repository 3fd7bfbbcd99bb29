namespace StudyGroup.Readings.Import;

/// <summary>The findings of a file in the order of its lines, dealt out to its readings.</summary>
internal sealed class FindingsShare(Queue<Repair> repairs, Queue<SetAsideDraft> setAside)
{
    public IReadOnlyList<Repair> RepairsUpTo(int lastLine) => Take(repairs, repair => repair.Line <= lastLine);

    public IReadOnlyList<SetAsideDraft> SetAsideUpTo(int lastLine) => Take(setAside, draft => draft.FirstLine <= lastLine);

    private static List<T> Take<T>(Queue<T> queue, Func<T, bool> belongs)
    {
        var taken = new List<T>();
        while (queue.TryPeek(out var next) && belongs(next))
            taken.Add(queue.Dequeue());
        return taken;
    }
}
