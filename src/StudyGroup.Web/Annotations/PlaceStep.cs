namespace StudyGroup.Web.Annotations;

/// <summary>What a reader says about the place of a mark in a changed text.</summary>
public enum PlaceDecision
{
    Accept,
    TakeBack,

    /// <summary>It belongs to other words, which are chosen next.</summary>
    Choose,
}

/// <summary>A decision about one mark.</summary>
public sealed record PlaceStep(Guid MarkId, PlaceDecision Decision);
