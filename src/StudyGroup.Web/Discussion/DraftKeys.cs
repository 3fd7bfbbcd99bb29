namespace StudyGroup.Web.Discussion;

/// <summary>Names of drafts: the same in the margin and on the thread page, so that what was begun in one is found in the other.</summary>
public static class DraftKeys
{
    public static string InThread(Guid threadId) => $"thread/{threadId:D}";

    public static string ReplyTo(Guid threadId, Guid commentId) => $"thread/{threadId:D}/reply/{commentId:D}";

    public static string Edit(Guid threadId, Guid commentId) => $"thread/{threadId:D}/edit/{commentId:D}";

    /// <summary>Whatever thread the comment was in when the draft was begun.</summary>
    public static bool IsReplyTo(string key, Guid commentId) => key.EndsWith($"/reply/{commentId:D}", StringComparison.Ordinal);

    public static bool IsEditOf(string key, Guid commentId) => key.EndsWith($"/edit/{commentId:D}", StringComparison.Ordinal);

    public static string GroupTalk(Guid groupId) => $"group/{groupId:D}";
}
