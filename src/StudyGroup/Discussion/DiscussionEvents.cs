namespace StudyGroup.Discussion;

/// <summary>The kinds of events that this area appends. Subject: the comment, annotation or thread.</summary>
public static class DiscussionEvents
{
    public const string CommentPosted = "comment.posted";
    /// <summary>The comment has other words than before: by an edit, or because it was restored.</summary>
    public const string CommentEdited = "comment.edited";
    public const string CommentDeleted = "comment.deleted";
    public const string CommentHidden = "comment.hidden";
    /// <summary>A reaction came or went; nobody is told but open pages.</summary>
    public const string CommentReacted = "comment.reacted";
    /// <summary>The comment went to another thread: told in the one that it left, and then in the one where it is.</summary>
    public const string CommentMoved = "comment.moved";
    /// <summary>What the comment answers went to another thread, or came back to this one.</summary>
    public const string CommentParted = "comment.parted";
    /// <summary>In the member's own stream: a comment is kept, or kept no longer.</summary>
    public const string BookmarkChanged = "bookmark.changed";
    /// <summary>In the member's own stream: they see now what others said on one more section of the reading. Subject: the group.</summary>
    public const string SectionOpened = "section.opened";
    /// <summary>In the member's own stream: they have read on in a thread.</summary>
    public const string ThreadSeen = "thread.seen";
    /// <summary>A member gave notes to the group; the events of the marks and comments stand before it. Subject: the first of the comments.</summary>
    public const string NotesPublished = "notes.published";
    /// <summary>Resolved, locked, pinned or the way back, another answer is accepted, or comments came or went. Subject: the comment that was accepted, or else the thread.</summary>
    public const string ThreadChanged = "thread.changed";
}
