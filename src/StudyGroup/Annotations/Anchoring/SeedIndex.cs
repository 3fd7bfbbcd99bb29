using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>Short stretches of a text by their letters: what shares one with a quote may be the quote.</summary>
internal sealed class SeedIndex
{
    private const int Length = 8;

    /// <summary>Every fourth stretch of the text is kept and every one of a quote looked up, so eleven letters in common are always noticed.</summary>
    private const int Step = 4;

    private const int MostOfOneKind = 64;
    private const int MostCandidates = 6;

    /// <summary>Stretches whose quotes would begin this near to each other speak for the same place.</summary>
    private const int Bucket = 32;

    /// <summary>Hash in the upper half, place in the lower, sorted.</summary>
    private readonly long[] entries;

    /// <summary>Keeps what is new in the text: words that stood in the old one already belong to a passage of their own.</summary>
    public SeedIndex(EditionChange change)
    {
        var text = change.NewText;
        var found = new List<long>();
        foreach (var block in change.New.Where(block => change.IsFresh(block.Position)))
        {
            for (var place = text.Start(block.Position); place + Length <= text.End(block.Position); place += Step)
            {
                if (change.Map.KnownIn(place, place + Length) * 2 <= Length)
                    found.Add(((long)HashAt(text.Text, place) << 32) | (uint)place);
            }
        }

        entries = [.. found];
        Array.Sort(entries);
    }

    /// <summary>The places of the text where the whole pattern could begin (before the text too), the likeliest first.</summary>
    public IEnumerable<int> Candidates(string pattern)
    {
        if (entries.Length == 0)
            return [];

        var votes = new Dictionary<int, (int Count, int Begin)>();
        for (var place = 0; place + Length <= pattern.Length; place++)
        {
            var hash = (long)HashAt(pattern, place) << 32;
            var first = Array.BinarySearch(entries, hash);
            first = first >= 0 ? first : ~first;
            for (var index = first; index < entries.Length && index < first + MostOfOneKind && entries[index] >> 32 == hash >> 32; index++)
            {
                var begin = (int)(uint)entries[index] - place;
                var bucket = (int)Math.Floor(begin / (double)Bucket);
                votes[bucket] = votes.TryGetValue(bucket, out var known) ? (known.Count + 1, known.Begin) : (1, begin);
            }
        }

        return votes.OrderByDescending(vote => vote.Value.Count).ThenBy(vote => vote.Key).Take(MostCandidates).Select(vote => vote.Value.Begin);
    }

    private static int HashAt(string text, int place)
    {
        var hash = 17;
        for (var index = 0; index < Length; index++)
            hash = unchecked((hash * 31) + TextFolding.Fold(text[place + index]));
        return hash & int.MaxValue;
    }
}
