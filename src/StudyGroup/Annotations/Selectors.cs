using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations;

/// <summary>
/// Everything that is stored to find a passage again: where it is, what it says, and the words around it
/// (the selectors of the W3C Web Annotation Data Model, section 4.2: text quote and text position, in blocks).
/// </summary>
public sealed record Selectors(Block Start, int StartOffset, Block End, int EndOffset, string Quote, string Prefix, string Suffix)
{
    /// <summary>Reads the blocks and checks the passage against them; offsets count UTF-16 code units and may not cut a surrogate pair.</summary>
    public static async Task<Result<Selectors>> DescribeAsync(StudyGroupDbContext db, Passage passage, CancellationToken cancellationToken)
    {
        var ends = await db.Blocks().AsNoTracking()
            .Where(block => block.EditionId == passage.EditionId && (block.Key == passage.Start.Block || block.Key == passage.End.Block))
            .ToListAsync(cancellationToken);
        var start = ends.Find(block => block.Key == passage.Start.Block);
        var end = ends.Find(block => block.Key == passage.End.Block);
        if (start is null || end is null || !IsBoundary(start.Text, passage.Start.Offset) || !IsBoundary(end.Text, passage.End.Offset)
            || (start.Position, passage.Start.Offset).CompareTo((end.Position, passage.End.Offset)) >= 0)
        {
            return Errors.BadPassage;
        }

        var blocks = start == end
            ? [start]
            : await db.Blocks().AsNoTracking()
                .Where(block => block.EditionId == passage.EditionId && block.Position >= start.Position && block.Position <= end.Position)
                .OrderBy(block => block.Position)
                .ToListAsync(cancellationToken);
        var quote = QuoteOf(blocks, passage.Start.Offset, passage.End.Offset);
        if (quote.Length > TextLimits.Quote)
            return Errors.PassageTooLong;
        if (string.IsNullOrWhiteSpace(quote))
            return Errors.BadPassage;

        return new Selectors(start, passage.Start.Offset, end, passage.End.Offset, quote, Before(start.Text, passage.Start.Offset), After(end.Text, passage.End.Offset));
    }

    /// <summary>The same for a stretch within one block that is known to be there.</summary>
    public static Selectors Within(Block block, int start, int end) =>
        new(block, start, block, end, block.Text[start..end], Before(block.Text, start), After(block.Text, end));

    private static string QuoteOf(List<Block> blocks, int startOffset, int endOffset) => blocks.Count == 1
        ? blocks[0].Text[startOffset..endOffset]
        : string.Join('\n', blocks.Select((block, place) => place == 0 ? block.Text[startOffset..] : place == blocks.Count - 1 ? block.Text[..endOffset] : block.Text));

    private static bool IsBoundary(string text, int offset) =>
        offset >= 0 && offset <= text.Length && !(offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]));

    private static string Before(string text, int offset)
    {
        var from = Math.Max(0, offset - Annotation.ContextLength);
        return text[(from > 0 && char.IsLowSurrogate(text[from]) ? from + 1 : from)..offset];
    }

    private static string After(string text, int offset)
    {
        var to = Math.Min(text.Length, offset + Annotation.ContextLength);
        return text[offset..(to < text.Length && char.IsLowSurrogate(text[to]) ? to - 1 : to)];
    }
}
