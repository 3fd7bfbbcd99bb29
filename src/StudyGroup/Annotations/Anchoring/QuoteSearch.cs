using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>Where a quote was found among the new words of an edition, and how alike quote and context are.</summary>
internal sealed record QuoteMatch(int Start, int End, double Score);

/// <summary>
/// Looks for quotes among those blocks of an edition that are new or edited. Short exact stretches that the quote with its context shares with the text point
/// to where the rest could be; only there it is compared, so the cost of a search hardly grows with the text.
/// </summary>
internal sealed class QuoteSearch
{
    /// <summary>A mark may be wrong, but the same words cannot stand twice without a doubt which of them are meant.</summary>
    private const double Clear = 0.02;

    private const double JustDoubtful = 0.84;
    private const int ShortAlone = 24;
    private const int LongestAligned = 1_200;

    private readonly EditionChange change;
    private readonly SeedIndex seeds;

    public QuoteSearch(EditionChange change)
    {
        this.change = change;
        seeds = new SeedIndex(change);
    }

    public QuoteMatch? Find(string quote, string prefix, string suffix)
    {
        var best = default(QuoteMatch);
        var second = default(QuoteMatch);
        foreach (var begin in seeds.Candidates(prefix + quote + suffix))
        {
            if (Compare(begin + prefix.Length, quote, prefix, suffix) is not { } match)
                continue;
            if (best is not null && match.Start < best.End && best.Start < match.End)
                best = match.Score > best.Score ? match : best;
            else if (best is null || match.Score > best.Score)
                (best, second) = (match, best);
            else if (second is null || match.Score > second.Score)
                second = match;
        }

        return best is not null && second is not null && second.Score > best.Score - Clear ? best with { Score = Math.Min(best.Score, JustDoubtful) } : best;
    }

    /// <summary>The likest place that has no letter in common with a stretch of the text.</summary>
    public QuoteMatch? FindOutside((int Start, int End) stretch, StoredSelector mark) => seeds.Candidates(mark.Prefix + mark.Quote + mark.Suffix)
        .Select(begin => Compare(begin + mark.Prefix.Length, mark.Quote, mark.Prefix, mark.Suffix))
        .Where(match => match is not null && (match.End <= stretch.Start || match.Start >= stretch.End))
        .MaxBy(match => match?.Score);

    private QuoteMatch? Compare(int expected, string quote, string prefix, string suffix)
    {
        var text = change.NewText.Text;
        if (IsKnown(Math.Max(expected, 0), Math.Min(expected + quote.Length, text.Length)))
            return null;

        var slack = 16 + (quote.Length / 4);
        var (from, to) = (Math.Clamp(expected - slack, 0, text.Length), Math.Clamp(expected + quote.Length + slack, 0, text.Length));
        var (start, end) = quote.Length <= LongestAligned && BestMatch.In(quote, text.AsSpan(from, to - from), to - from, 0) is { } found
            ? (from + found.Start, from + found.End)
            : (Math.Max(expected, 0), Math.Min(expected + quote.Length, text.Length));
        if (IsKnown(start, end))
            return null;

        var score = Likeness.Of(quote, text.AsSpan(start, end - start));
        if (score < Reanchoring.Doubtful)
            return null;
        if (prefix.Length + suffix.Length == 0)
            return new QuoteMatch(start, end, quote.Length < ShortAlone ? Math.Min(score, JustDoubtful) : score);

        if (quote.Length < ShortAlone && !(AgreesBefore(start, prefix) && AgreesBehind(end, suffix)))
            score = Math.Min(score, JustDoubtful);
        var (before, after) = (Math.Max(0, start - prefix.Length), Math.Min(text.Length, end + suffix.Length));
        return new QuoteMatch(start, end, Math.Min(score, Likeness.Of(prefix + quote + suffix, text.AsSpan(before, after - before))));
    }

    /// <summary>Where nothing stood before a short quote, a paragraph began with it.</summary>
    private bool AgreesBefore(int start, string prefix) => prefix.Length == 0
        ? start - change.NewText.Start(change.NewText.BlockAt(start)) <= 1
        : Likeness.Of(prefix, change.NewText.Text.AsSpan(Math.Max(0, start - prefix.Length), Math.Min(start, prefix.Length))) >= Reanchoring.ContextAgrees;

    private bool AgreesBehind(int end, string suffix) => suffix.Length == 0
        ? change.NewText.End(change.NewText.BlockAt(end - 1)) - end <= 1
        : Likeness.Of(suffix, change.NewText.Text.AsSpan(end, Math.Min(suffix.Length, change.NewText.Text.Length - end))) >= Reanchoring.ContextAgrees;

    /// <summary>Words that stood in the old text already are another passage, however alike.</summary>
    private bool IsKnown(int start, int end) => start >= end || change.Map.KnownIn(start, end) * 2 > end - start;
}
