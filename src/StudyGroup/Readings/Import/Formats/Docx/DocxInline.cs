namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>Word keeps the look of each stretch apart; Markdown nests it: links around bold letters around italic ones.</summary>
internal static class DocxInline
{
    /// <param name="spans">The stretches of a paragraph.</param>
    /// <param name="ignoresBold">In a heading bold letters are typography.</param>
    public static string Write(IReadOnlyList<DocxSpan> spans, bool ignoresBold)
    {
        var builder = new InlineBuilder();
        Grouped(spans, span => span.Link, (link, own) =>
        {
            if (link is null)
                Emphasised(builder, own, ignoresBold);
            else if (WordsOf(own) is var words && (words == link || words == link.Replace("mailto:", "", StringComparison.Ordinal)) && !words.Contains('@'))
                builder.Address(link);
            else
                builder.Link(link.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal), () => Emphasised(builder, own, ignoresBold: true));
        });
        return builder.ToString();
    }

    private static void Emphasised(InlineBuilder builder, List<DocxSpan> spans, bool ignoresBold) =>
        Grouped(spans, span => span.IsBold && !ignoresBold, (isBold, own) =>
        {
            if (isBold)
                builder.Emphasised("**", () => Italic(builder, own));
            else
                Italic(builder, own);
        });

    private static void Italic(InlineBuilder builder, List<DocxSpan> spans) =>
        Grouped(spans, span => span.IsItalic, (isItalic, own) =>
        {
            if (isItalic)
                builder.Emphasised("*", () => own.ForEach(span => span.Write(builder)));
            else
                own.ForEach(span => span.Write(builder));
        });

    private static void Grouped<TKey>(IReadOnlyList<DocxSpan> spans, Func<DocxSpan, TKey> keyOf, Action<TKey, List<DocxSpan>> write)
    {
        for (var index = 0; index < spans.Count;)
        {
            var key = keyOf(spans[index]);
            var end = index;
            while (end < spans.Count && EqualityComparer<TKey>.Default.Equals(keyOf(spans[end]), key))
                end++;
            write(key, [.. spans.Skip(index).Take(end - index)]);
            index = end;
        }
    }

    private static string WordsOf(List<DocxSpan> spans)
    {
        var builder = new InlineBuilder();
        spans.ForEach(span => span.Write(builder));
        return builder.ToString().Trim('<', '>');
    }
}
