using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Tags;
using StudyGroup.Shared;

namespace StudyGroup.Web.Annotations;

/// <summary>What a reader can choose to see in the margin.</summary>
public enum MarginShow
{
    Everyones,
    Unread,
    Mine,
    Questions,
    OnlyComments,
    Highlights,
    Links,

    /// <summary>Marks whose words are not known to be in this text any more.</summary>
    Changed,
    None,

    /// <summary>What one member marked.</summary>
    Member,

    /// <summary>What is said under one tag.</summary>
    Tag,
}

/// <summary>Which cards a reader wants to see; the marks in the text follow.</summary>
public sealed record MarginFilter(MarginShow Show, Guid MemberId = default, Tag? Tag = null)
{
    public const char TagSign = '#';

    public static readonly MarginFilter All = new(MarginShow.Everyones);

    /// <summary>As the choice in the margin's head has it.</summary>
    public string Value => Show switch
    {
        MarginShow.Member => MemberId.ToString(),
        MarginShow.Tag => TagSign + Tag?.Key,
        _ => Show.ToString(),
    };

    public static MarginFilter Parse(string? value) =>
        Guid.TryParse(value, out var member) ? new MarginFilter(MarginShow.Member, member)
        : value?.StartsWith(TagSign) == true && Tag.Read(value) is { } tag ? new MarginFilter(MarginShow.Tag, Tag: tag)
        : Enum.TryParse<MarginShow>(value, out var show) && Enum.IsDefined(show) && show is not (MarginShow.Member or MarginShow.Tag) ? new MarginFilter(show)
        : All;

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsWhole => Show is MarginShow.Everyones;

    /// <param name="mark">A mark of the reading.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="isAmong">Whether it is one of those that a query named: what is unread, or what has the tag.</param>
    public bool Lets(MarkView mark, CurrentMember reader, bool isAmong) => Show switch
    {
        MarginShow.Everyones => true,
        MarginShow.Unread or MarginShow.Tag => isAmong,
        MarginShow.Mine => mark.AuthorId == reader.AccountId,
        MarginShow.Questions => mark.Kind == AnnotationKind.Question,
        MarginShow.OnlyComments => mark.Kind == AnnotationKind.Comment,
        MarginShow.Highlights => mark.Kind == AnnotationKind.Highlight,
        MarginShow.Links => mark.Kind == AnnotationKind.Link,
        MarginShow.Changed => mark.State is not AnchorState.Found,
        MarginShow.Member => mark.AuthorId == MemberId,
        MarginShow.None => false,
    };
}
