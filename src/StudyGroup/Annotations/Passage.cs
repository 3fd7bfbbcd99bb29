namespace StudyGroup.Annotations;

/// <summary>A place in a text: a block by its key and an offset in UTF-16 code units of the block's plain text.</summary>
public sealed record TextPoint(string Block, int Offset);

/// <summary>A stretch of one edition from one point to a later one, over one block or several.</summary>
public sealed record Passage(Guid EditionId, TextPoint Start, TextPoint End);
