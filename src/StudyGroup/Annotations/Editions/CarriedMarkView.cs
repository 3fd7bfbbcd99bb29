using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;
using StudyGroup.Readings;

namespace StudyGroup.Annotations.Editions;

/// <summary>A mark in the list of what became of all.</summary>
/// <param name="Id">The mark.</param>
/// <param name="Kind">What it says about its words.</param>
/// <param name="IsPrivate">For the reader's eyes only.</param>
/// <param name="AuthorId">Whose it is.</param>
/// <param name="AuthorName">As others see the name.</param>
/// <param name="Quote">The words as they were when they were marked.</param>
/// <param name="Method">How its place was found.</param>
/// <param name="Score">How alike the words are, from 0 to 1.</param>
/// <param name="Decision">What somebody made of it.</param>
/// <param name="DecidedBy">Who that was.</param>
/// <param name="State">Whether its words are known to be where it stands.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Paragraph">The ¶ of that block.</param>
/// <param name="Before">The ¶ where it stood before.</param>
/// <param name="Words">The words that it stands on; empty for one that has lost them.</param>
public sealed record CarriedMarkView(
    Guid Id, AnnotationKind Kind, bool IsPrivate, Guid AuthorId, string AuthorName, string Quote, AnchorMethod Method, double Score,
    CarryDecision? Decision, string? DecidedBy, AnchorState State, string Block, int? Paragraph, int? Before, string Words)
{
    /// <summary>The same words, but for white space.</summary>
    public bool HasSameWords => string.Equals(Quote, Words, StringComparison.Ordinal);

    internal static CarriedMarkView Of(CarriedRow row, Standing now, TextAround text, int? before) => new(
        row.Mark.Id, row.Mark.Kind, row.Mark.IsPrivate, row.Mark.AuthorId, row.AuthorName, row.Mark.Quote, row.Carried.Method, row.Carried.Score,
        row.Carried.Decision, row.DecidedBy, now.State, now.StartBlock, text.NumberOf(now), before, now.State == AnchorState.Lost ? "" : text.WordsOf(now));
}

/// <summary>What the database says of a mark in a carry-over.</summary>
internal sealed record CarriedRow(CarriedMark Carried, Annotation Mark, string AuthorName, string? DecidedBy);

/// <summary>The blocks that some marks stand in, and no others.</summary>
internal sealed class TextAround(IReadOnlyDictionary<int, Block> blocks)
{
    public static async Task<TextAround> ReadAsync(StudyGroupDbContext db, IReadOnlyList<Standing> places, CancellationToken cancellationToken)
    {
        if (places.Count == 0)
            return new TextAround(new Dictionary<int, Block>());
        var edition = places[0].EditionId;
        var positions = places.SelectMany(place => Enumerable.Range(place.StartPosition, place.EndPosition - place.StartPosition + 1)).Distinct().ToList();
        var found = await db.Blocks().AsNoTracking().Where(block => block.EditionId == edition && positions.Contains(block.Position)).ToListAsync(cancellationToken);
        return new TextAround(found.ToDictionary(block => block.Position));
    }

    public int? NumberOf(Standing place) => blocks.GetValueOrDefault(place.StartPosition)?.Number;

    public string WordsOf(Standing place) => string.Join('\n', Enumerable.Range(place.StartPosition, place.EndPosition - place.StartPosition + 1)
        .Select(blocks.GetValueOrDefault).OfType<Block>()
        .Select(block => block.Text[
            (block.Position == place.StartPosition ? Math.Min(place.StartOffset, block.Text.Length) : 0)..(block.Position == place.EndPosition ? Math.Min(place.EndOffset, block.Text.Length) : block.Text.Length)]));
}
