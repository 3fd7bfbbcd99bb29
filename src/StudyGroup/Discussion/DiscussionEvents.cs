namespace StudyGroup.Discussion;

/// <summary>The kinds of events that this area appends. Subject: the comment, annotation or thread.</summary>
public static class DiscussionEvents
{
    public const string CommentPosted = "comment.posted";
    public const string CommentEdited = "comment.edited";
    public const string CommentDeleted = "comment.deleted";
    public const string CommentHidden = "comment.hidden";
    public const string CommentRestored = "comment.restored";
    public const string ThreadChanged = "thread.changed";
}
