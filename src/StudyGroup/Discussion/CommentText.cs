using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Renders what a member typed with the names and paragraphs of its place. Asked at save and by the preview, never by a viewer.</summary>
public sealed class CommentText(IDbContextFactory<StudyGroupDbContext> contexts, PassageQuery passages, IOptions<LimitOptions> limits)
{
    /// <summary>The caller has made sure that the author may read the group.</summary>
    public async Task<Result<RenderedComment>> RenderAsync(string markdown, Guid groupId, Guid? readingId, CancellationToken cancellationToken)
    {
        if (markdown.Length > TextLimits.Comment)
            return Error.TooLong("The comment", TextLimits.Comment);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var members = markdown.Contains('@', StringComparison.Ordinal)
            ? await (
                from membership in db.Memberships()
                where membership.GroupId == groupId && membership.Status == MembershipStatus.Active
                join account in db.Users on membership.AccountId equals account.Id
                select new MentionCandidate(account.Id, account.DisplayName)).ToListAsync(cancellationToken)
            : [];
        var notebook = markdown.Contains('#', StringComparison.Ordinal)
            ? await db.Groups().Where(grp => grp.Id == groupId).Select(grp => grp.Slug).SingleOrDefaultAsync(cancellationToken) is { } slug ? NotebookOf(slug) : null
            : null;
        var rendered = CommentRenderer.Render(markdown, members, await passages.FindAsync(db, markdown, groupId, readingId, cancellationToken), notebook);
        return rendered.Succeeded && CheckMentions(rendered.Value.MentionedIds) is { } refusal ? refusal : rendered;
    }

    internal static string NotebookOf(string groupSlug) => $"/groups/{groupSlug}/notebook";

    /// <summary>Null when so many may be named in one comment.</summary>
    public Error? CheckMentions(IEnumerable<Guid> accountIds) =>
        accountIds.Count() > limits.Value.MentionsPerComment ? Errors.TooManyMentions(limits.Value.MentionsPerComment) : null;
}
