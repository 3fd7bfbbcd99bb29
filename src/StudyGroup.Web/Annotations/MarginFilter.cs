using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Discussion;
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

    /// <summary>Marks whose words are not known to be in this text any more.</summary>
    Changed,
    None,

    /// <summary>What one member marked.</summary>
    Member,
}

/// <summary>Which cards a reader wants to see; the marks in the text follow.</summary>
public sealed record MarginFilter(MarginShow Show, Guid MemberId = default)
{
    public static readonly MarginFilter All = new(MarginShow.Everyones);

    /// <summary>As the choice in the margin's head has it.</summary>
    public string Value => Show == MarginShow.Member ? MemberId.ToString() : Show.ToString();

    public static MarginFilter Parse(string? value) =>
        Guid.TryParse(value, out var member) ? new MarginFilter(MarginShow.Member, member)
        : Enum.TryParse<MarginShow>(value, out var show) && Enum.IsDefined(show) ? new MarginFilter(show)
        : All;

    public bool Lets(ThreadCard card, CurrentMember reader, bool isUnread) => Show switch
    {
        MarginShow.Everyones => true,
        MarginShow.Unread => isUnread,
        MarginShow.Mine => card.StartedById == reader.AccountId,
        MarginShow.Questions => card.IsQuestion,
        MarginShow.OnlyComments => card.Mark?.Kind == AnnotationKind.Comment,
        MarginShow.Highlights => card.Mark?.Kind == AnnotationKind.Highlight,
        MarginShow.Changed => card.Mark is { State: not AnchorState.Found },
        MarginShow.Member => card.StartedById == MemberId,
        MarginShow.None => false,
    };
}
