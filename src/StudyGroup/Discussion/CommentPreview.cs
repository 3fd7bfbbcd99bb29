using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Shows the author what the text will look like: the very renderer that the post uses.</summary>
public sealed class CommentPreview(IDbContextFactory<StudyGroupDbContext> contexts, CommentText text)
{
    /// <returns>Safe HTML. Names and paragraphs are resolved only in a group that the author may read.</returns>
    public async Task<Result<string>> RenderAsync(string markdown, Guid? groupId, Guid? readingId, CurrentMember author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mayRead = groupId is { } group && (await db.AskAsync(group, author, Permission.Read, cancellationToken)).Succeeded;
        var rendered = mayRead
            ? await text.RenderAsync(markdown, groupId.GetValueOrDefault(), readingId, cancellationToken)
            : CommentRenderer.Render(markdown, [], CitedPassages.None);
        return rendered.Succeeded ? rendered.Value.Html : rendered.Error;
    }
}
