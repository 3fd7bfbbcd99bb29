using System.Text.Json.Serialization;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Web.Annotations;

namespace StudyGroup.Web.Realtime;

/// <summary>What the hub sends, in the words of the outside contract.</summary>
public static class HubMessages
{
    public sealed record Actor(Guid Id, string Name);

    public sealed record Event(string Topic, long Sequence, string Kind, Actor? Actor, DateTimeOffset At, object Data);

    public sealed record Watched(long Sequence, IReadOnlyList<Event> Events, bool Gap);

    public sealed record Notice(string Kind, Actor Actor, Guid ThreadId, Guid CommentId, DateTimeOffset At);

    public sealed record Present(Guid Id, string Name, string? Block);

    public sealed record PresenceOf(string Topic, IReadOnlyList<Present> Members);

    public sealed record TypingIn(string Topic, Actor Actor);

    public sealed record CommentWords(Guid CommentId, Guid ThreadId, Guid? ParentId, Guid? AnnotationId, string Html)
    {
        /// <summary>The words wait for the receiver's own note on the section, or for its being marked as read.</summary>
        public bool Waits { get; init; }
    }

    public sealed record CommentGone(Guid CommentId, Guid ThreadId);

    public sealed record CommentMoved(Guid CommentId, Guid ThreadId, Guid FromThreadId);

    public sealed record AnnotationAdded(Guid AnnotationId, string Kind, Passage Passage, string Quote);

    public sealed record AnnotationGone(Guid AnnotationId);

    public sealed record CommentReacted(Guid CommentId, Guid ThreadId);

    public sealed record ThreadChanged(Guid ThreadId);

    public sealed record SessionChanged(Guid SessionId, string? Block, int? Paragraph);

    public sealed record Nothing
    {
        [JsonIgnore]
        public static readonly Nothing More = new();
    }

    /// <summary>An event with the present state of what it concerns; words that were deleted or hidden since, or wait for the receiver's own note, are not in it.</summary>
    public static Event Of(LiveEvent news, string topic) => new(
        topic, news.Row.Sequence, news.Row.Kind, news.Actor is { } actor ? new Actor(actor.Id, actor.Name) : null, news.Row.At, DataOf(news));

    public static Notice Of(NotificationRow notice) => new(
        notice.Kind switch { NotificationKind.Mention => "mention", NotificationKind.Reply => "reply", NotificationKind.Answer => "answer", NotificationKind.Accepted => "accepted", NotificationKind.Published => "published" },
        new Actor(notice.ActorId, notice.ActorName),
        notice.ThreadId,
        notice.CommentId,
        notice.At);

    public static PresenceOf Of(PresenceSnapshot snapshot) => new(
        snapshot.Topic.ToString(), [.. snapshot.Members.Select(member => new Present(member.AccountId, member.Name, member.BlockKey))]);

    private static object DataOf(LiveEvent news)
    {
        var subject = news.Row.SubjectId.GetValueOrDefault();
        return news.Row.Kind switch
        {
            DiscussionEvents.CommentPosted or DiscussionEvents.CommentEdited => new CommentWords(
                subject, news.Row.ThreadId.GetValueOrDefault(), news.Comment?.ParentId, news.Card?.Mark?.Id, news.Comment?.Html ?? "")
            {
                Waits = news.Waiting is not null,
            },
            DiscussionEvents.CommentDeleted or DiscussionEvents.CommentHidden => new CommentGone(subject, news.Row.ThreadId.GetValueOrDefault()),
            DiscussionEvents.CommentMoved => news.Elsewhere is { } elsewhere
                ? new CommentMoved(subject, elsewhere, news.Row.ThreadId.GetValueOrDefault())
                : new CommentMoved(subject, news.Row.ThreadId.GetValueOrDefault(), news.MovedBetween.GetValueOrDefault()),
            AnnotationEvents.Added when news.Card is { Mark: { } mark } card => new AnnotationAdded(
                subject,
                AnnotationEndpoints.NameOf(mark.Kind),
                new Passage(mark.EditionId, new TextPoint(mark.StartBlock, mark.StartOffset), new TextPoint(mark.EndBlock, mark.EndOffset)),
                card.Quote ?? ""),
            AnnotationEvents.Added or AnnotationEvents.Removed or LinkEvents.Added or LinkEvents.Removed => new AnnotationGone(subject),
            DiscussionEvents.CommentReacted => new CommentReacted(subject, news.Row.ThreadId.GetValueOrDefault()),
            DiscussionEvents.ThreadChanged => new ThreadChanged(news.Row.ThreadId.GetValueOrDefault()),
            _ when LiveSessionEvents.Has(news.Row.Kind) => new SessionChanged(subject, news.Session?.BlockKey, news.Session?.Paragraph),
            _ => Nothing.More,
        };
    }
}
