using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>A chapter that shows its name as a picture, or not at all, has it in the table of contents; it gets the level that its neighbours have there.</summary>
internal sealed class ChapterNames
{
    private readonly List<(ContentsTitle Title, int Place)> missing = [];
    private readonly Dictionary<int, int> levels = [];

    /// <param name="title">What the table of contents calls a page.</param>
    /// <param name="place">Where its blocks begin.</param>
    /// <param name="heading">The heading it begins with, or null.</param>
    public void Add(ContentsTitle title, int place, Piece? heading)
    {
        if (heading is null)
            missing.Add((title, place));
        else
            levels.TryAdd(title.Depth, heading.Level);
    }

    public List<Piece> Insert(List<Piece> pieces)
    {
        foreach (var (title, place) in Enumerable.Reverse(missing))
        {
            var first = pieces[place];
            pieces.Insert(place, new Piece(title.Name, first.FirstLine, first.FirstLine) { Kind = BlockKind.Heading, Level = levels.GetValueOrDefault(title.Depth, title.Depth), IsMarked = true });
        }

        return pieces;
    }
}
