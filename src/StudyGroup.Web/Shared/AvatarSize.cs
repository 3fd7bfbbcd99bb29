namespace StudyGroup.Web.Shared;

public enum AvatarSize
{
    ExtraSmall,
    Small,
    Medium,
    Large,
    ExtraLarge,
}

public static class AvatarSizeClasses
{
    public static string ClassName(this AvatarSize size) => size switch
    {
        AvatarSize.ExtraSmall => " xs",
        AvatarSize.Small => " sm",
        AvatarSize.Large => " lg",
        AvatarSize.ExtraLarge => " xl",
        _ => "",
    };
}
