using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Joining;

/// <summary>How two blocks belong together that a page or column break has parted.</summary>
internal enum PageBreak
{
    None,
    SmallLetter,
    Hyphen,
    Capital,
    OrphanMark,
    CutAddress,
}

/// <summary>Tells paragraphs that were cut in two from paragraphs that end.</summary>
internal static class PageBreaks
{
    private const int LongParagraph = 30;
    private const int ClauseWithComma = 8;
    private const int LongerThanTitle = 15;
    private const int Stub = 6;

    /// <param name="first">The paragraph, or the last part of it that was joined so far.</param>
    /// <param name="wordsInFirst">The words of the whole paragraph, counted to 40.</param>
    /// <param name="second">The next block.</param>
    /// <param name="third">The block after it.</param>
    /// <param name="noteLabels">The labels that the notes of the text define.</param>
    public static PageBreak Between(Piece first, int wordsInFirst, Piece second, Piece? third, IReadOnlySet<string> noteLabels)
    {
        if (first.Kind is not (null or BlockKind.ListItem or BlockKind.Thesis) || first.NoteLabel is not null || !second.IsOpen)
            return PageBreak.None;
        if (CutAddresses.AreHalves(first.Text, second.Text))
            return PageBreak.CutAddress;
        if (OrphanMarks.LeadingLabel(second.Text) is { } label && noteLabels.Contains(label))
            return PageBreak.OrphanMark;
        if (SentenceEnd.IsReached(first.Text) || !first.Text.Any(char.IsLower))
            return PageBreak.None;
        if (SentenceEnd.GoesOnSmall(second.Text))
            return SentenceEnd.IsHyphenated(first.Text) ? PageBreak.Hyphen : PageBreak.SmallLetter;
        return GoesOnWithCapital(first.Text, wordsInFirst, second.Text, third) ? PageBreak.Capital : PageBreak.None;
    }

    private static bool GoesOnWithCapital(string first, int wordsInFirst, string second, Piece? third)
    {
        var last = SentenceEnd.LastCharacter(first);
        if (!(char.IsLetterOrDigit(last) || last == ',') || LineKinds.Bullet(second) > 0 || !second.Any(char.IsLetter) || Enumerator.At(second) is not null)
            return false;
        if (last == ',')
            return wordsInFirst >= ClauseWithComma && !LeadsIn(first);

        var core = first.AsSpan().TrimEnd(" *_" + Marks.Quotes);
        if (WordLists.IsConnecting(core[(core.LastIndexOf(' ') + 1)..]) && wordsInFirst > 2)
            return true;
        if (Marks.StartsWithQuote(second) || IsTitle(second, third))
            return false;
        return wordsInFirst > LongParagraph || (wordsInFirst >= LongerThanTitle && second.EndsWith('.') && WordCount.AtMost(Stub, second));
    }

    /// <summary>"In the words of X," introduces a quotation and is complete.</summary>
    private static bool LeadsIn(string first) => WordLists.HasVerbOfSaying(SentenceEnd.LastSentence(first, 500));

    private static bool IsTitle(string text, Piece? next) =>
        next is not null && !SentenceEnd.IsReached(text) && WordCount.AtMost(20, text) && !SentenceEnd.GoesOnSmall(next.Text);
}
