namespace StudyGroup.Discussion.Notebooks;

/// <summary>The order of a notebook, for the database and for what two queries brought: both compare the same things in the same direction.</summary>
internal static class NotebookPlace
{
    public static IQueryable<NotebookRow> InOrder(this IQueryable<NotebookRow> rows, NotebookOrder order) => order switch
    {
        NotebookOrder.Text => rows.OrderBy(row => row.Shelf).ThenBy(row => row.Position).ThenBy(row => row.Offset).ThenBy(row => row.Root).ThenBy(row => row.Sequence),
        NotebookOrder.Time => rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Sequence).ThenByDescending(row => row.Id),
        _ => rows.OrderBy(row => row.JoinedAt).ThenBy(row => row.AuthorId).ThenBy(row => row.At).ThenBy(row => row.Sequence).ThenBy(row => row.Id),
    };

    public static IQueryable<NotebookRow> Behind(this IQueryable<NotebookRow> rows, NotebookRow last, NotebookOrder order) => order switch
    {
        NotebookOrder.Text => rows.Where(row =>
            row.Shelf > last.Shelf
            || (row.Shelf == last.Shelf && row.Position > last.Position)
            || (row.Shelf == last.Shelf && row.Position == last.Position && row.Offset > last.Offset)
            || (row.Shelf == last.Shelf && row.Position == last.Position && row.Offset == last.Offset && row.Root.CompareTo(last.Root) > 0)
            || (row.Root == last.Root && row.Sequence > last.Sequence)),
        NotebookOrder.Time => rows.Where(row =>
            row.At < last.At
            || (row.At == last.At && row.Sequence < last.Sequence)
            || (row.At == last.At && row.Sequence == last.Sequence && row.Id.CompareTo(last.Id) < 0)),
        _ => rows.Where(row =>
            row.JoinedAt > last.JoinedAt
            || (row.JoinedAt == last.JoinedAt && row.AuthorId.CompareTo(last.AuthorId) > 0)
            || (row.AuthorId == last.AuthorId && row.At > last.At)
            || (row.AuthorId == last.AuthorId && row.At == last.At && row.Sequence > last.Sequence)
            || (row.AuthorId == last.AuthorId && row.At == last.At && row.Sequence == last.Sequence && row.Id.CompareTo(last.Id) > 0)),
    };
}
