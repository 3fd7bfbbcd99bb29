namespace StudyGroup.Web.Shared;

public enum NoteKind
{
    Plain,
    Accent,
    Good,
    Warn,
    Bad,
}

public static class NoteKindClasses
{
    public static string ClassName(this NoteKind kind) => kind switch
    {
        NoteKind.Accent => " acc",
        NoteKind.Good => " good",
        NoteKind.Warn => " warn",
        NoteKind.Bad => " bad",
        _ => "",
    };
}
