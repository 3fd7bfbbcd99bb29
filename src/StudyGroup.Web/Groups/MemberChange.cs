using StudyGroup.Shared;

namespace StudyGroup.Web.Groups;

/// <summary>What came of a change to a member: the sentence to show, and whether it was refused.</summary>
public sealed record MemberChange(string Note, bool IsRefused)
{
    public static MemberChange Of(Result result, string done) => new(result.Error?.Message ?? done, !result.Succeeded);
}
