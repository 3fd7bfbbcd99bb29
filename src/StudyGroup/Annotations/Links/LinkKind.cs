namespace StudyGroup.Annotations.Links;

/// <summary>How one passage stands to another.</summary>
public enum LinkKind
{
    Answers,
    Contradicts,
    SameEvent,
    SameSource,
    Develops,
}

/// <summary>What follows from the kind alone.</summary>
public static class LinkKinds
{
    /// <summary>Whether it says the same from either end.</summary>
    public static bool IsMutual(this LinkKind kind) => kind is LinkKind.Contradicts or LinkKind.SameEvent or LinkKind.SameSource;
}
