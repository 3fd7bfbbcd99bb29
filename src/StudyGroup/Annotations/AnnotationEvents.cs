namespace StudyGroup.Annotations;

/// <summary>The kinds of events that this area appends. Subject: the annotation.</summary>
public static class AnnotationEvents
{
    public const string Added = "annotation.added";
    public const string Removed = "annotation.removed";
}
