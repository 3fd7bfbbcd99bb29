using System.Linq.Expressions;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The rows that a card is made of: a mark, or a thread, or both.</summary>
internal sealed class CardRow
{
    /// <summary>An expression, so that the database sees which columns a card needs.</summary>
    public static readonly Expression<Func<CardRow, ThreadCard>> Card = row => new ThreadCard(
        row.Thread == null ? null : row.Thread.Id,
        row.Mark == null ? null : new MarkView(
            row.Mark.Id,
            row.Mark.EditionId,
            row.Mark.Kind,
            row.Mark.IsPrivate,
            row.Mark.AuthorId,
            row.Mark.StartBlock,
            row.Mark.StartOffset,
            row.Mark.StartPosition,
            row.Mark.State == AnchorState.Found ? row.Mark.EndBlock : row.Mark.StartBlock,
            row.Mark.State == AnchorState.Found ? row.Mark.EndOffset : row.Mark.StartOffset,
            row.Mark.State == AnchorState.Found ? row.Mark.EndPosition : row.Mark.StartPosition)
        {
            State = row.Mark.State,
        },
        row.Mark == null ? null : row.Mark.Quote,
        row.Mark == null ? row.Thread!.IsQuestion : row.Mark.Kind == AnnotationKind.Question,
        row.Mark == null ? row.Thread!.IsPrivate : row.Mark.IsPrivate,
        row.Thread != null && row.Thread.LockedAt != null,
        row.Author.Id,
        row.Author.DisplayName,
        row.Mark == null ? row.Thread!.StartedAt : row.Mark.CreatedAt,
        row.Thread == null ? row.Mark!.Sequence : row.Thread.LastSequence,
        row.Thread == null ? 0 : row.Thread.CommentCount,
        row.First == null ? null : new CommentView(
            row.First.Id,
            row.First.ThreadId,
            row.First.ParentId,
            row.First.AuthorId,
            row.FirstAuthor == null ? "" : row.FirstAuthor.DisplayName,
            row.First.DeletedAt == null && row.First.HiddenAt == null ? row.First.Html : null,
            row.First.Version,
            row.First.Sequence,
            row.First.PostedAt,
            row.First.EditedAt,
            row.First.DeletedAt != null,
            row.First.HiddenReason,
            Array.Empty<ReactionView>()),
        row.Thread == null ? null : new ThreadStanding(
            row.Thread.AcceptedCommentId,
            row.Accepter == null ? null : row.Accepter.DisplayName,
            row.Thread.IsResolved,
            row.Settler == null ? null : row.Settler.DisplayName,
            row.Thread.SettledAt,
            row.Thread.SettledReason))
    {
        PinnedUntil = row.Thread == null ? null : row.Thread.PinnedUntil,
    };

    public required Annotation? Mark { get; init; }

    /// <summary>Who made the mark or started the thread.</summary>
    public required Account Author { get; init; }

    public required DiscussionThread? Thread { get; init; }

    public required Comment? First { get; init; }

    /// <summary>Who wrote the first comment: somebody else than the author where that was moved away.</summary>
    public required Account? FirstAuthor { get; init; }

    public required Account? Accepter { get; init; }

    public required Account? Settler { get; init; }
}
