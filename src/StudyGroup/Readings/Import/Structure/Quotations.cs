using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Block quotes without mark-up. How far one reaches is not printed, so one block is taken and an editor may extend it.</summary>
internal sealed class Quotations(Findings findings)
{
    private const int LongQuote = 30;
    private const int ShortestQuote = 8;
    private const int LeadIn = 600;

    public List<Piece> Read(List<Piece> pieces)
    {
        var read = new List<Piece>(pieces);
        var isDialogue = IsDialogue(pieces);
        for (var index = 0; index < read.Count; index++)
        {
            if (!read[index].IsOpen || !IsQuote(read, index, isDialogue))
                continue;
            var quote = read[index] with { Kind = BlockKind.Quote, Text = Marks.Unwrapped(read[index].Text) };
            if (findings.Allows(RepairRules.Quote, Sureness.ForReview, quote.FirstLine, read[index].Text, "> " + quote.Text))
                read[index] = quote;
        }

        return read;
    }

    private static bool IsQuote(List<Piece> pieces, int index, bool isDialogue)
    {
        var text = pieces[index].Text;
        if (index > 0)
        {
            var before = pieces[index - 1];
            if (before.Kind is null && IsLeadIn(before.Text) && !WordCount.AtMost(ShortestQuote, text))
                return true;
            if (before.Kind == BlockKind.Quote && !before.IsMarked && Marks.StartsWithQuote(text) && IsLeftOpen(before.Text))
                return true;
        }

        return !isDialogue && Enclosed(text) is not null && !WordCount.AtMost(LongQuote, text);
    }

    private static bool IsLeadIn(string text)
    {
        var end = text.AsSpan().TrimEnd(" *_");
        if (end.IsEmpty || !text.Any(char.IsLower))
            return false;
        return end[^1] == ':' || (end[^1] == ',' && WordLists.HasVerbOfSaying(SentenceEnd.LastSentence(text, LeadIn)));
    }

    /// <summary>The words between marks that open at the beginning and close at the end, and nowhere between.</summary>
    private static string? Enclosed(string text)
    {
        var core = text.AsSpan().Trim(" *_");
        while (core.Length > 0 && core[^1] == ']' && core.LastIndexOf('[') is > 0 and var note && core.Length - note < 8)
            core = core[..note].TrimEnd(" *_");
        if (core.Length < 3)
            return null;
        var close = core[0] switch { '“' => '”', '„' => '“', '«' => '»', '"' => '"', _ => '\0' };
        return close != '\0' && core[^1] == close && !core[1..^1].Contains(close) ? core[1..^1].ToString() : null;
    }

    // The mark is opened again on each paragraph of a quotation and closed on the last one only.
    private static bool IsLeftOpen(string text)
    {
        var core = text.AsSpan().Trim(" *_");
        return core.Length > 1 && core[0] switch
        {
            '“' => core.Count('“') > core.Count('”'),
            '«' => core.Count('«') > core.Count('»'),
            '"' => core.Count('"') % 2 == 1,
            _ => false,
        };
    }

    private static bool IsDialogue(List<Piece> pieces)
    {
        var open = pieces.Count(piece => piece.IsOpen);
        return pieces.Count(piece => piece.IsOpen && Marks.StartsWithQuote(piece.Text)) * 8 > Math.Max(open, 8);
    }
}
