using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;

namespace StudyGroup.Tests.Annotations.Anchoring;

/// <summary>A mark on a traced text, and where its letters are after a change.</summary>
internal sealed record Marked(StoredSelector Selector, string Paragraph, IReadOnlySet<int> Letters)
{
    /// <summary>Draws marks as members make them: a word, a phrase, a sentence, now and then over the end of a paragraph.</summary>
    public static IEnumerable<Marked> Draw(TracedText text, Random random, int count)
    {
        for (var drawn = 0; drawn < count; drawn++)
        {
            var block = random.Next(text.Paragraphs.Count);
            var start = random.Next(text.Paragraphs[block].Count - 10);
            if (random.Next(4) > 0)
                start = text.Paragraphs[block].FindLastIndex(start, one => one.Letter == ' ') + 1;
            var length = random.Next(5) switch { 0 => random.Next(4, 12), 1 => random.Next(12, 30), 2 => random.Next(100, 300), _ => random.Next(30, 100) };
            var last = random.Next(12) == 0 && block + 1 < text.Paragraphs.Count ? block + 1 : block;
            var end = last > block ? Math.Min(length, text.Paragraphs[last].Count) : Math.Min(start + length, text.Paragraphs[block].Count);
            yield return On(text, new Place(block, start, last, end));
        }
    }

    public static Marked On(TracedText text, Place place)
    {
        var (block, start, last, end) = place;
        var letters = block == last ? text.Paragraphs[block][start..end] : [.. text.Paragraphs[block][start..], (Letter: '\n', Id: -1), .. text.Paragraphs[last][..end]];
        var prefix = TracedText.Words(text.Paragraphs[block][Math.Max(0, start - Annotation.ContextLength)..start]);
        var suffix = TracedText.Words(text.Paragraphs[last][end..Math.Min(text.Paragraphs[last].Count, end + Annotation.ContextLength)]);
        var selector = new StoredSelector(place, AnchorState.Found, TracedText.Words(letters), prefix, suffix);
        return new Marked(selector, TracedText.Words(text.Paragraphs[block]), letters.Select(one => one.Id).Where(id => id >= 0).ToHashSet());
    }

    /// <summary>The part of the letters at a place that are this mark's own.</summary>
    public double OwnShareOf(TracedText text, Place place)
    {
        var there = LettersAt(text, place);
        return there.Count == 0 ? 0 : there.Count(one => Letters.Contains(one.Id)) / (double)there.Count;
    }

    /// <summary>
    /// Whether it is at a copy of its own paragraph with nothing of the old text between the two: nobody can tell then which of them was there before.
    /// </summary>
    public bool IsAtTwin(TracedText text, Place place)
    {
        var own = text.Paragraphs.FindIndex(paragraph => paragraph.Any(one => Letters.Contains(one.Id)));
        if (own < 0 || Likeness.Of(TracedText.Words(text.Paragraphs[place.StartBlock]), Paragraph) < Reanchoring.Accepted)
            return false;
        var (first, last) = (Math.Min(own, place.StartBlock), Math.Max(own, place.StartBlock));
        return text.Paragraphs.Skip(first + 1).Take(last - first - 1).All(text.IsNew);
    }

    /// <summary>Whether its letters still stand together in one paragraph and say nearly the same: such a mark must not be lost.</summary>
    public bool CanBeKept(TracedText text)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            var start = paragraph.FindIndex(one => Letters.Contains(one.Id));
            if (start >= 0)
                return Likeness.Of(Selector.Quote, TracedText.Words(paragraph[start..(paragraph.FindLastIndex(one => Letters.Contains(one.Id)) + 1)])) >= Reanchoring.Accepted;
        }

        return false;
    }

    private static List<(char Letter, int Id)> LettersAt(TracedText text, Place place) => place.StartBlock == place.EndBlock
        ? text.Paragraphs[place.StartBlock][place.StartOffset..place.EndOffset]
        : [
            .. text.Paragraphs[place.StartBlock][place.StartOffset..],
            (Letter: '\n', Id: -1),
            .. text.Paragraphs[(place.StartBlock + 1)..place.EndBlock].SelectMany(paragraph => paragraph),
            .. text.Paragraphs[place.EndBlock][..place.EndOffset],
        ];
}
