namespace StudyGroup.Annotations.Links;

/// <summary>The kinds of events about links. Each link has two, one for each end in its reading; subject: the mark at that end.</summary>
public static class LinkEvents
{
    public const string Added = "link.added";
    public const string Removed = "link.removed";
}
