using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Page numbers and running heads: lines that belong to the sheet of paper and not to the text.</summary>
internal static class PageFurniture
{
    private const int FewestPages = 3;
    private const int TitleBlocks = 6;

    public static List<Piece> SetAside(List<Piece> pieces, Findings findings)
    {
        pieces = AttachedHeads.Part(pieces);
        var lines = pieces.Select(PageLine.Of).ToArray();
        var groups = Candidates(lines).GroupBy(candidate => candidate.Key, candidate => candidate.Index, StringComparer.OrdinalIgnoreCase).Select(group => group.ToList()).Where(places => places.Count >= FewestPages).ToList();
        var isCandidate = new bool[pieces.Count];
        groups.ForEach(places => places.ForEach(index => isCandidate[index] = true));

        var isFurniture = new bool[pieces.Count];
        foreach (var places in groups.Where(places => IsBetweenPages(pieces, lines, places, isCandidate)))
            places.ForEach(index => isFurniture[index] = true);

        // The running head repeats the title, which stands once where it belongs.
        for (var index = 0; index < Math.Min(TitleBlocks, pieces.Count); index++)
            isFurniture[index] &= lines[index] is { Words: "" } || IsInMidSentence(pieces, index, isCandidate);
        return Kept(pieces, isFurniture, PageGaps.In(pieces, lines), findings);
    }

    private static List<Piece> Kept(List<Piece> pieces, bool[] isFurniture, IReadOnlyDictionary<int, Sureness> gaps, Findings findings)
    {
        var kept = new List<Piece>(pieces.Count);
        for (var index = 0; index < pieces.Count; index++)
        {
            var sureness = isFurniture[index] ? Sureness.Silent : gaps.TryGetValue(index, out var told) ? told : (Sureness?)null;
            if (sureness is { } sure && findings.Allows(RepairRules.Furniture, sure, pieces[index].FirstLine, pieces[index].Text, ""))
                findings.SetAside(pieces[index], "Page number or running head");
            else
                kept.Add(pieces[index]);
        }

        return kept;
    }

    /// <summary>Short lines alone, under what they say without their page number; all bare numbers together.</summary>
    private static IEnumerable<(string Key, int Index)> Candidates(PageLine?[] lines)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index] is { } line)
                yield return (line.Words, index);
        }
    }

    /// <summary>Sheets end anywhere, so many of their lines stand in mid-sentence; headings of chapters never do.</summary>
    private static bool IsBetweenPages(List<Piece> pieces, PageLine?[] lines, List<int> places, bool[] isCandidate)
    {
        var inside = places.Count(index => IsInMidSentence(pieces, index, isCandidate));
        return inside >= 2 && inside * 4 >= places.Count && (inside * 2 >= places.Count || IsRising(lines, places));
    }

    private static bool IsInMidSentence(List<Piece> pieces, int index, bool[] isCandidate)
    {
        const int Reach = 4;
        var (before, after) = (index - 1, index + 1);
        while (before >= 0 && index - before < Reach && isCandidate[before])
            before--;
        while (after < pieces.Count && after - index < Reach && isCandidate[after])
            after++;
        return before >= 0 && after < pieces.Count && pieces[before].IsOpen && pieces[after].IsOpen
            && !SentenceEnd.IsReached(pieces[before].Text) && SentenceEnd.GoesOnSmall(pieces[after].Text);
    }

    private static bool IsRising(PageLine?[] lines, List<int> places)
    {
        var numbers = places.Select(index => lines[index]).OfType<PageLine>().Where(line => line.IsNumbered).Select(line => line.Number).ToList();
        return numbers.Count == places.Count && numbers.Zip(numbers.Skip(1)).Count(pair => pair.First < pair.Second) >= numbers.Count - 2;
    }
}
