using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Boxes;

/// <summary>Where a box ends that begins with a label.</summary>
internal static class BoxExtent
{
    private const int MostPieces = 60;
    private const int MostPiecesToImprint = 20;
    private const int MostInterposed = 12;
    private const int MostLines = 2;
    private const int WidestGap = 4;

    // A title has no full stop either, but it is short; what is cut off was prose.
    private const int LongestTitle = 28;
    private const int ShortestProse = 12;
    private const int ShortestSentence = 6;

    /// <summary>Whether the paragraph before the label was cut off by it.</summary>
    public static bool IsInterrupted(List<Piece> pieces, int label) =>
        label > 0 && pieces[label - 1] is { IsOpen: true } before
        && (SentenceEnd.IsCutOff(before.Text, ShortestProse) || (SentenceEnd.IsCutOff(before.Text, ShortestSentence) && before.Text.Contains(". ", StringComparison.Ordinal)));

    /// <summary>
    /// The box ends before the block that goes on in mid-sentence, once the box's own sentences are complete. Where its own prose never ends a sentence,
    /// everything seems to be its own: then the last such block of a row is the author's.
    /// </summary>
    public static int? EndByContinuation(List<Piece> pieces, int label)
    {
        int? own = null;
        for (var index = label + 1; index < Math.Min(pieces.Count, label + MostPieces); index++)
        {
            if (!pieces[index].IsOpen || !SentenceEnd.GoesOnSmall(pieces[index].Text))
                continue;
            if (index == label + 1 || !SentenceEnd.IsCutOff(pieces[index - 1].Text, LongestTitle))
                return index;
            own = own is null || index - own <= WidestGap ? index : own;
        }

        return own;
    }

    /// <summary>The box ends behind its imprint: pages, format, price, where to order.</summary>
    public static int? EndByImprint(List<Piece> pieces, int label)
    {
        var next = NumberBefore(pieces, label) + 1;
        for (var index = label + 1; index < Math.Min(pieces.Count, label + MostPiecesToImprint); index++)
        {
            if (next > 1 && Enumerator.At(pieces[index].Text) is { Style: EnumeratorStyle.Number } mark && mark.Value == next)
                return null;
            if (!Imprint.Is(pieces[index].Text))
                continue;
            while (index + 1 < pieces.Count && Imprint.Is(pieces[index + 1].Text))
                index++;
            return index + 1;
        }

        return null;
    }

    /// <summary>A line or two that no label announces, or a box that its imprint gives away, directly before the block that goes on in mid-sentence.</summary>
    public static int? EndOfInterposed(List<Piece> pieces, int start)
    {
        var (isAdvertised, isShort) = (false, true);
        var isSurelyCut = IsCutWithin(pieces[start - 1].Text);
        for (var index = start; index < Math.Min(pieces.Count, start + MostInterposed); index++)
        {
            var piece = pieces[index];
            if (index > start && piece.IsOpen && SentenceEnd.GoesOnSmall(piece.Text) && (!SentenceEnd.IsCutOff(pieces[index - 1].Text, LongestTitle) || (isSurelyCut && index - start == MostLines)))
                return isAdvertised || ((isShort || isSurelyCut) && index - start <= MostLines) ? index : null;
            if (!piece.IsOpen && piece.Kind != BlockKind.Figure)
                return null;
            isAdvertised |= Imprint.Is(piece.Text);
            isShort &= WordCount.AtMost(ShortestProse, piece.Text);
        }

        return null;
    }

    // A stop may have been lost behind any other word.
    private static bool IsCutWithin(string text) =>
        text[^1] is ',' or '-' || WordLists.IsConnecting(text.AsSpan()[(text.LastIndexOf(' ') + 1)..]);

    private static int NumberBefore(List<Piece> pieces, int label)
    {
        for (var index = label - 1; index >= Math.Max(0, label - MostPieces); index--)
        {
            if (Enumerator.At(pieces[index].Text) is { Style: EnumeratorStyle.Number } mark)
                return mark.Value;
        }

        return 0;
    }
}
