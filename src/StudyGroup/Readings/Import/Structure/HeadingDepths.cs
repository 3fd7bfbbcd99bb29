using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>The levels of headings below a title: files begin at any level and leave some out, a reading begins at the second.</summary>
internal static class HeadingDepths
{
    private const int Top = 2;
    private const int Lowest = 6;

    public static List<Piece> Level(List<Piece> pieces)
    {
        var used = pieces.Where(piece => piece.Kind == BlockKind.Heading).Select(piece => piece.Level).Distinct().Order().ToList();
        return used.Count == 0 ? pieces : [.. pieces.Select(piece => piece.Kind == BlockKind.Heading ? piece with { Level = Math.Min(Lowest, Top + used.IndexOf(piece.Level)) } : piece)];
    }
}
