using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>Whether the words of a passage stand a second time so near to the place found that its position says little.</summary>
internal sealed class NearbyCopies(EditionChange change, Surroundings surroundings)
{
    private const int Blocks = 2;
    private const int Reach = 200;

    /// <summary>By how much the surroundings of one of two have to fit better.</summary>
    private const double Clear = 0.15;

    private string Text => change.NewText.Text;

    /// <summary>Whether they are also about where they were before, after they were found by a search.</summary>
    public bool IsAtHome
    {
        get
        {
            if (surroundings.Own is not { } own)
                return false;
            var room = change.Map.Map(own.Start, own.End);
            return Beside((Math.Max(0, room.From - Reach), Math.Min(Text.Length, room.To + Reach))).Any(IsAsGood);
        }
    }

    /// <summary>Whether they stand beside the place, and not as the words of another passage.</summary>
    public bool IsBeside
    {
        get
        {
            var (first, last) = (change.NewText.BlockAt(surroundings.There.Start), change.NewText.BlockAt(surroundings.There.End - 1));
            (first, last) = (Math.Max(0, first - Blocks), Math.Min(change.New.Count - 1, last + Blocks));
            return HasNewWords(first, last) && Beside((change.NewText.Start(first), change.NewText.End(last))).Any(copy => !IsOfOthers(copy) && IsAsGood(copy));
        }
    }

    private IEnumerable<(int Start, int End)> Beside((int Start, int End) window) =>
        AlikeIn(window.Start, Math.Min(window.End, surroundings.There.Start)).Concat(AlikeIn(Math.Max(window.Start, surroundings.There.End), window.End));

    /// <summary>The likest stretch wherever several short pieces of the quote stand as they stand in it; of what is alike enough some are always whole.</summary>
    private IEnumerable<(int Start, int End)> AlikeIn(int start, int end)
    {
        var quote = surroundings.Mark.Quote;
        var slack = Math.Max(8, quote.Length / 8);
        var length = Math.Max(3, quote.Length / (1 + (quote.Length / 6)));
        var votes = new Dictionary<int, int>();
        for (var piece = 0; piece + length <= quote.Length; piece += length)
        {
            for (var hit = start; hit < end && (hit = Text.IndexOf(quote.Substring(piece, length), hit, end - hit, StringComparison.Ordinal)) >= 0; hit++)
                votes[(hit - piece - start) / slack] = votes.GetValueOrDefault((hit - piece - start) / slack) + 1;
        }

        var least = Math.Max(1, quote.Length / length / 3);
        foreach (var bucket in votes.Keys.Where(key => votes[key] + votes.GetValueOrDefault(key + 1) >= least))
        {
            var (from, to) = (Math.Max(start, start + ((bucket - 1) * slack)), Math.Min(end, start + ((bucket + 3) * slack) + quote.Length));
            if (to > from && BestMatch.In(quote, Text.AsSpan(from, to - from), to - from, 0) is { } found && found.End > found.Start)
                yield return (from + found.Start, from + found.End);
        }
    }

    /// <summary>A copy of it consists for a good part of words that the old text did not have there; most changes bring far fewer.</summary>
    private bool HasNewWords(int first, int last)
    {
        for (var block = first; block <= last; block++)
        {
            if (change.NewLettersIn(block) * 2.5 > surroundings.Mark.Quote.Length)
                return true;
        }

        return false;
    }

    private bool IsAsGood((int Start, int End) copy) => Likeness.Of(surroundings.Mark.Quote, Text.AsSpan(copy.Start, copy.End - copy.Start)) >= Reanchoring.Accepted
        && surroundings.ContextAt(copy) > surroundings.Context - Clear;

    private bool IsOfOthers((int Start, int End) copy)
    {
        var own = surroundings.Own ?? (0, 0);
        var known = change.Map.KnownIn(copy.Start, copy.End) - change.Map.CommonTo((own.Start - Reach, own.End + Reach), copy);
        return known * 2 > copy.End - copy.Start;
    }
}
