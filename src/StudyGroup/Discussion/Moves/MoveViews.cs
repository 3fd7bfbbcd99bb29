namespace StudyGroup.Discussion.Moves;

/// <summary>What a thread is called by where it stands; without any of its words for who does not see them yet.</summary>
public sealed record ThreadName(Guid Id, string? Title, string? Quote, int? Paragraph, string? ReadingTitle, bool IsQuestion, bool IsClosed)
{
    public string? Title { get; } = IsClosed ? null : Title;
}

/// <summary>Comments that were here are in another thread.</summary>
/// <param name="Id">The move.</param>
/// <param name="Place">Number of the first of them: there stands the pointer.</param>
/// <param name="Comments">How many went.</param>
/// <param name="CommentId">The first of them, to go to; it may have been moved on since.</param>
/// <param name="ParentId">What that answers.</param>
/// <param name="To">Where they went.</param>
/// <param name="ByName">Who moved them.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; empty where nothing was said, or for who does not see yet what either thread says.</param>
public sealed record MovePointer(Guid Id, long Place, int Comments, Guid CommentId, Guid? ParentId, ThreadName To, string ByName, DateTimeOffset At, string Reason);

/// <summary>A thread that posts can be moved into, as the list offers it.</summary>
public sealed record MoveTargetRow(ThreadName Name, string? FirstMarkdown, int Comments, bool IsLocked, DateTimeOffset LastAt);

/// <summary>How many of the posts are whose.</summary>
public sealed record MovedShare(string AuthorName, int Comments);

/// <summary>What a move would do.</summary>
/// <param name="Shares">Whose posts go, those with most first.</param>
/// <param name="Left">How many posts stay; none makes it a merge.</param>
/// <param name="TakesAnswer">The accepted answer goes: the question has none then.</param>
/// <param name="SeeMore">How many members see the posts there who do not see them here.</param>
/// <param name="SeeLess">How many see them here and not there, before they have written a note of their own.</param>
public sealed record MovePreview(IReadOnlyList<MovedShare> Shares, int Left, bool TakesAnswer, int SeeMore, int SeeLess);
