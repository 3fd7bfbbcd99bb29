using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Whether a text begins soon behind a line that could be its title or byline.</summary>
internal static class ArticleProse
{
    private const int ShortestProse = 20;
    private const int BlocksToProse = 4;

    public static bool IsAfter(List<Piece> pieces, int index)
    {
        for (var next = index + 1; next < Math.Min(pieces.Count, index + 1 + BlocksToProse); next++)
        {
            if (pieces[next].Kind is not (BlockKind.Heading or BlockKind.Rule) && !WordCount.AtMost(ShortestProse, pieces[next].Text))
                return true;
        }

        return false;
    }
}
