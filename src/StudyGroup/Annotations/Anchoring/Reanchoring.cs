using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>
/// Finds the places of marks in another edition. The place where the passage was comes first: what the difference between the texts makes of it is taken when
/// it is like the quote. Only words that are new in the text are searched after that, so a copy that always stood elsewhere never gets a mark.
/// </summary>
public sealed class Reanchoring(EditionChange change)
{
    /// <summary>From here on a place is taken.</summary>
    public const double Accepted = 0.85;

    /// <summary>From here on a place is shown to somebody who decides.</summary>
    public const double Doubtful = 0.65;

    /// <summary>Shorter quotes say little by themselves: the words around them have to agree.</summary>
    private const int Short = 24;

    internal const double ContextAgrees = 0.7;
    private const double JustDoubtful = 0.84;

    private readonly Lazy<QuoteSearch> search = new(() => new QuoteSearch(change));

    public Anchor Carry(StoredSelector mark)
    {
        if (mark.State != AnchorState.Lost)
        {
            if (Untouched(mark) is { } same)
                return same.Method == AnchorMethod.BlockMoved ? Doubted(mark, same) : same;
            if (ByDifference(mark) is { Score: >= Doubtful } found)
                return Doubted(mark, found);
        }

        return search.Value.Find(mark.Quote, mark.Prefix, mark.Suffix) is { } match && match.Score >= Doubtful
            ? Doubted(mark, Judge(PlaceOf(GrownToWords(mark, match.Start, match.End)), AnchorMethod.Search, match.Score))
            : new Anchor(Place.Near(change.NearestTo(mark.Place.StartBlock)), AnchorState.Lost, AnchorMethod.None, 0);
    }

    private Anchor Doubted(StoredSelector mark, Anchor anchor) => anchor.State == AnchorState.Found && new Doubts(change, search.Value, mark, anchor).AreThere
        ? anchor with { State = AnchorState.Unsure, Score = Math.Min(anchor.Score, JustDoubtful) }
        : anchor;

    private Anchor? Untouched(StoredSelector mark)
    {
        // Where a copy of the first or the last block was put between the two, the other one still says where they stand together.
        var (start, _, end, _) = mark.Place;
        return (change.NewOf(start), change.NewOf(end)) switch
        {
            ({ } first, _) when StandsFrom(first, mark.Place) => Unmoved(mark, first),
            (_, { } last) when StandsFrom(last - end + start, mark.Place) => Unmoved(mark, last - end + start),
            _ => null,
        };
    }

    private bool StandsFrom(int first, Place old)
    {
        for (var block = old.StartBlock; block <= old.EndBlock; block++)
        {
            var place = first + block - old.StartBlock;
            if (!change.IsUntouched(block) || (change.NewOf(block) != place && !change.IsCopy(block, place)))
                return false;
        }

        return true;
    }

    private Anchor Unmoved(StoredSelector mark, int first)
    {
        var start = mark.Place.StartBlock;
        var place = mark.Place with { StartBlock = first, EndBlock = first + mark.Place.EndBlock - start };
        var method = change.FateOf(start) == BlockFate.Moved ? AnchorMethod.BlockMoved : AnchorMethod.Unchanged;
        return mark.State == AnchorState.Found
            ? new Anchor(place, AnchorState.Found, method, 1)
            : Judge(place, method, Likeness.Of(mark.Quote, Words(OffsetOf(place.StartBlock, place.StartOffset), OffsetOf(place.EndBlock, place.EndOffset))));
    }

    private Anchor? ByDifference(StoredSelector mark)
    {
        var (from, to) = (change.OldText.OffsetOf(mark.Place.StartBlock, mark.Place.StartOffset), change.OldText.OffsetOf(mark.Place.EndBlock, mark.Place.EndOffset));
        var before = change.OldText.Text.AsSpan(from, to - from);
        var room = change.Map.Map(from, to);
        var best = Measured(mark, before, room.IsExact ? (room.From, room.To) : InRoom(room, before));
        foreach (var window in best is { Score: >= Accepted } ? [] : WindowsAround(room, before.Length))
        {
            // A full stop or an article may have found its match a sentence too far: near both ends the passage itself is
            // looked for.
            if (BestMatch.In(before, Words(window.Start, window.End), window.End - window.Start, 0) is { } found
                && Measured(mark, before, (window.Start + found.Start, window.Start + found.End)) is { } other
                && (best is null || other.Score > best.Score) && IsOwn(other.Place, from, to))
            {
                best = other;
            }
        }

        return best;
    }

    private Anchor? Measured(StoredSelector mark, ReadOnlySpan<char> before, (int Start, int End)? stretch)
    {
        if (stretch is not ({ } start, { } end))
            return null;
        while (start < end && char.IsWhiteSpace(change.NewText.Text[start]) && !char.IsWhiteSpace(before[0]))
            start++;
        while (start < end && char.IsWhiteSpace(change.NewText.Text[end - 1]) && !char.IsWhiteSpace(before[^1]))
            end--;
        if (start >= end)
            return null;

        (start, end) = GrownToWords(mark, start, end);
        var after = Words(start, end);
        var score = mark.State == AnchorState.Found && TextFolding.Fold(before) == TextFolding.Fold(after) ? 1 : Likeness.Of(mark.Quote, after);
        if (mark.Quote.Length < Short && !Agrees(mark, start, end))
            score = Math.Min(score, JustDoubtful);
        return Judge(PlaceOf((start, end)), AnchorMethod.Difference, score);
    }

    /// <summary>The exact ends within the room that the difference leaves.</summary>
    private (int Start, int End)? InRoom(MappedStretch room, ReadOnlySpan<char> before)
    {
        if (room.To <= room.From)
            return null;
        return BestMatch.In(before, Words(room.From, room.To), Math.Max(0, room.FromLatest - room.From), Math.Max(0, room.ToEarliest - room.From)) is { } best
            ? (room.From + best.Start, room.From + best.End)
            : (Math.Min(room.FromLatest, room.To), Math.Max(room.ToEarliest, room.From));
    }

    private IEnumerable<(int Start, int End)> WindowsAround(MappedStretch room, int length)
    {
        var reach = length + Annotation.ContextLength;
        yield return (Clamp(room.From - Annotation.ContextLength), Clamp(room.From + reach));
        yield return (Clamp(room.To - reach), Clamp(room.To + Annotation.ContextLength));
    }

    /// <summary>Whether most of what stands there is the passage itself.</summary>
    private bool IsOwn(Place place, int from, int to)
    {
        var (start, end) = (OffsetOf(place.StartBlock, place.StartOffset), OffsetOf(place.EndBlock, place.EndOffset));
        return change.Map.CommonTo((from, to), (start, end)) * 2 >= end - start;
    }

    private int Clamp(int place) => Math.Clamp(place, 0, change.NewText.Text.Length);

    /// <summary>Whether the words on at least one side are still those that stood there; a side without words says nothing against it.</summary>
    private bool Agrees(StoredSelector mark, int start, int end)
    {
        var before = Words(Math.Max(0, start - mark.Prefix.Length), start);
        var after = Words(end, Math.Min(change.NewText.Text.Length, end + mark.Suffix.Length));
        return (mark.Prefix.Length == 0 && mark.Suffix.Length == 0)
            || (mark.Prefix.Length > 0 && Likeness.Of(mark.Prefix, before) >= ContextAgrees)
            || (mark.Suffix.Length > 0 && Likeness.Of(mark.Suffix, after) >= ContextAgrees);
    }

    private static Anchor Judge(Place place, AnchorMethod method, double score) =>
        new(place, score >= Accepted ? AnchorState.Found : AnchorState.Unsure, method, score);

    private int OffsetOf(int block, int offset) => change.NewText.OffsetOf(block, offset);

    private ReadOnlySpan<char> Words(int start, int end) => change.NewText.Text.AsSpan(start, end - start);

    /// <summary>Nobody marks a word and a half: who marked whole words is given whole ones, unless a place that would be taken were in doubt for them.</summary>
    private (int Start, int End) GrownToWords(StoredSelector mark, int start, int end)
    {
        var text = change.NewText.Text;
        var (first, last) = (start, end);
        while (first > 0 && IsInWord(text, first) && !(mark.Prefix.Length > 0 && char.IsLetterOrDigit(mark.Prefix[^1])))
            first--;
        while (last < text.Length && IsInWord(text, last) && !(mark.Suffix.Length > 0 && char.IsLetterOrDigit(mark.Suffix[0])))
            last++;
        if ((first, last) == (start, end))
            return (start, end);
        var grown = Likeness.Of(mark.Quote, Words(first, last));
        return grown >= Accepted || (grown >= Doubtful && Likeness.Of(mark.Quote, Words(start, end)) < Accepted) ? (first, last) : (start, end);
    }

    private Place PlaceOf((int Start, int End) stretch)
    {
        var text = change.NewText.Text;
        var (start, end) = stretch;
        start -= char.IsLowSurrogate(text[start]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        var (first, last) = (change.NewText.BlockAt(start), change.NewText.BlockAt(end - 1));
        return new Place(first, start - change.NewText.Start(first), last, Math.Min(end, change.NewText.End(last)) - change.NewText.Start(last));
    }

    private static bool IsInWord(string text, int place) => TextTokens.IsOfWord(text[place - 1]) && TextTokens.IsOfWord(text[place]);
}
