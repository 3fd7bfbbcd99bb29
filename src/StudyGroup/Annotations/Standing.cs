using StudyGroup.Annotations.Anchoring;
using StudyGroup.Readings;

namespace StudyGroup.Annotations;

/// <summary>Where a mark stands in an edition, and whether its words are known to be there.</summary>
public sealed record Standing(
    Guid EditionId, AnchorState State, string StartBlock, int StartPosition, int StartOffset, string EndBlock, int EndPosition, int EndOffset)
{
    public static Standing At(Guid editionId, IReadOnlyList<Block> blocks, Place place, AnchorState state) => new(
        editionId, state, blocks[place.StartBlock].Key, place.StartBlock, place.StartOffset, blocks[place.EndBlock].Key, place.EndBlock, place.EndOffset);

    public static Standing Of(Selectors selectors) => new(
        selectors.Start.EditionId, AnchorState.Found,
        selectors.Start.Key, selectors.Start.Position, selectors.StartOffset, selectors.End.Key, selectors.End.Position, selectors.EndOffset);

    /// <summary>The same place without its words.</summary>
    public Standing Lost() => this with { State = AnchorState.Lost, EndBlock = StartBlock, EndPosition = StartPosition, EndOffset = StartOffset };
}
