using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Boxes;

/// <summary>Sets labelled boxes aside that a page carried in the middle of a text.</summary>
internal static class Advertisements
{
    private sealed record Box(int Start, int End, bool IsInterrupting);

    public static List<Piece> SetAside(List<Piece> pieces, Findings findings)
    {
        var boxes = BoxLabels.In(pieces).SelectMany(places => BoxesUnder(pieces, places)).OrderBy(box => box.Start).ToList();
        if (boxes.Count == 0)
            return pieces;

        var kept = new List<Piece>(pieces.Count);
        var next = 0;
        foreach (var box in boxes.Where(box => box.End > next))
        {
            var start = Math.Max(next, box.Start);
            kept.AddRange(pieces[next..start]);
            Take(pieces, start, box.End, box.IsInterrupting, findings);
            next = box.End;
        }

        kept.AddRange(pieces[next..]);
        return kept;
    }

    /// <summary>One sure sign is enough for a label, no sign leaves the line what it is: a heading, a refrain.</summary>
    private static List<Box> BoxesUnder(List<Piece> pieces, List<int> places)
    {
        var boxes = places.Select(place => BoxAt(pieces, place)).OfType<Box>().ToList();
        return boxes.Exists(box => box.IsInterrupting) || boxes.Count > 1 ? boxes : [];
    }

    private static Box? BoxAt(List<Piece> pieces, int label)
    {
        if (BoxExtent.IsInterrupted(pieces, label) && BoxExtent.EndByContinuation(pieces, label) is { } resumed)
            return new Box(label, resumed, IsInterrupting: true);
        return BoxExtent.EndByImprint(pieces, label) is { } end ? new Box(label, end, IsInterrupting: false) : null;
    }

    private static void Take(List<Piece> pieces, int start, int end, bool isInterrupting, Findings findings)
    {
        var (first, last) = (pieces[start], pieces[end - 1]);
        var reason = isInterrupting ? "Box between two halves of a sentence" : "Box between two paragraphs";
        findings.SetAside(first.FirstLine, last.LastLine, reason);
        var before = start == 0 ? "" : pieces[start - 1].Text;
        var after = end == pieces.Count ? "" : pieces[end].Text;
        findings.Repaired(RepairRules.Box, Sureness.ForReview, first.FirstLine, first.Text, Findings.Joint(before, " … ", after));
    }
}
