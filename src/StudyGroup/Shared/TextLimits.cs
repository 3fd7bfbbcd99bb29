namespace StudyGroup.Shared;

/// <summary>The longest texts people may give, in UTF-16 code units; held at the service and at the column alike.</summary>
public static class TextLimits
{
    public const int Name = 80;
    public const int Email = 254;
    public const int GroupName = 120;
    public const int GroupDescription = 2_000;
    public const int Slug = 80;
    public const int Title = 500;
    public const int Comment = 10_000;
    public const int ThreadTitle = 200;
    public const int Reason = 1_000;
    public const int LinkNote = 1_000;
    public const int Quote = 4_000;
    public const int Password = 256;
}
