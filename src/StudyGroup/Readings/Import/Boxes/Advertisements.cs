using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Boxes;

/// <summary>Sets boxes aside that a page carried in the middle of a text: under a label that comes again, or between two halves of a sentence.</summary>
internal static class Advertisements
{
    private sealed record Box(int Start, int End, bool IsInterrupting);

    public static List<Piece> SetAside(List<Piece> pieces, Findings findings)
    {
        var labels = BoxLabels.In(pieces);
        var labelled = labels.Where(places => !BoxLabels.AreSpeakers(pieces, places)).SelectMany(places => BoxesUnder(pieces, places));
        var often = labels.Where(places => places.Count > 2).SelectMany(places => places).ToHashSet();
        var boxes = labelled.Concat(Interposed(pieces, often)).OrderBy(box => box.Start).ThenByDescending(box => box.End).ToList();
        if (boxes.Count == 0)
            return pieces;

        var kept = new List<Piece>(pieces.Count);
        var next = 0;
        var isResumed = false;
        foreach (var box in boxes.Where(box => box.End > next))
        {
            // Behind a box that the author's sentence has ended, there is no more of it.
            if (box.Start < next && isResumed)
                continue;
            var start = Math.Max(next, box.Start);
            if (!Take(pieces, start, box.End, box.IsInterrupting, findings))
                continue;
            kept.AddRange(pieces[next..start]);
            (next, isResumed) = (box.End, box.IsInterrupting);
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

    // A line that stands there often is somebody's name in a play.
    private static IEnumerable<Box> Interposed(List<Piece> pieces, HashSet<int> often)
    {
        for (var index = 1; index < pieces.Count; index++)
        {
            if (!often.Contains(index) && BoxLabels.IsShortLine(pieces[index]) && BoxExtent.IsInterrupted(pieces, index) && BoxExtent.EndOfInterposed(pieces, index) is { } end)
                yield return new Box(index, end, IsInterrupting: true);
        }
    }

    private static Box? BoxAt(List<Piece> pieces, int label)
    {
        if (BoxExtent.IsInterrupted(pieces, label) && BoxExtent.EndByContinuation(pieces, label) is { } resumed)
            return new Box(label, resumed, IsInterrupting: true);
        return BoxExtent.EndByImprint(pieces, label) is { } end ? new Box(label, end, IsInterrupting: false) : null;
    }

    private static bool Take(List<Piece> pieces, int start, int end, bool isInterrupting, Findings findings)
    {
        var (first, last) = (pieces[start], pieces[end - 1]);
        var before = start == 0 ? "" : pieces[start - 1].Text;
        var after = end == pieces.Count ? "" : pieces[end].Text;
        if (!findings.Allows(RepairRules.Box, Sureness.ForReview, first.FirstLine, first.Text, Snippets.Joint(before, " … ", after)))
            return false;
        findings.SetAside(first.FirstLine, last.LastLine, isInterrupting ? "Box between two halves of a sentence" : "Box between two paragraphs");
        return true;
    }
}
