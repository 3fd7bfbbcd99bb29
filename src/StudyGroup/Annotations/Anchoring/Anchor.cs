namespace StudyGroup.Annotations.Anchoring;

/// <summary>Whether a mark's words are known to be where it stands.</summary>
public enum AnchorState
{
    Found,

    /// <summary>They may be there; somebody has to say so.</summary>
    Unsure,

    /// <summary>They are gone; the mark stands near to where they were.</summary>
    Lost,
}

/// <summary>How the place of a mark in another edition was found.</summary>
public enum AnchorMethod
{
    /// <summary>Its block is the same in both editions.</summary>
    Unchanged,

    /// <summary>Its block is the same and stands elsewhere.</summary>
    BlockMoved,

    /// <summary>By the difference between the two texts.</summary>
    Difference,

    /// <summary>By a search for the quote with its context among the new words.</summary>
    Search,

    /// <summary>It had stood in that edition before.</summary>
    Restored,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>A stretch of an edition by the positions of its blocks.</summary>
public readonly record struct Place(int StartBlock, int StartOffset, int EndBlock, int EndOffset)
{
    /// <summary>A point without words, for a mark that has lost them.</summary>
    public static Place Near(int block) => new(block, 0, block, 0);
}

/// <summary>A mark as it stands in one edition, with what it said when it was made.</summary>
public sealed record StoredSelector(Place Place, AnchorState State, string Quote, string Prefix, string Suffix);

/// <summary>Where a mark stands in the other edition, how sure that is, and how alike the words are.</summary>
public sealed record Anchor(Place Place, AnchorState State, AnchorMethod Method, double Score);
