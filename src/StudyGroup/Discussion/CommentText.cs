using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Renders what a member typed with the names and paragraphs of its place. Asked at save and by the preview, never by a viewer.</summary>
public sealed class CommentText(IDbContextFactory<StudyGroupDbContext> contexts, IOptions<LimitOptions> limits)
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
        var paragraphs = readingId is { } id && markdown.Contains('¶', StringComparison.Ordinal) ? await ParagraphsAsync(db, groupId, id, cancellationToken) : null;
        var rendered = CommentRenderer.Render(markdown, members, paragraphs);
        return rendered.Succeeded && CheckMentions(rendered.Value.MentionedIds) is { } refusal ? refusal : rendered;
    }

    /// <summary>Null when so many may be named in one comment.</summary>
    public Error? CheckMentions(IEnumerable<Guid> accountIds) =>
        accountIds.Count() > limits.Value.MentionsPerComment ? Errors.TooManyMentions(limits.Value.MentionsPerComment) : null;

    private static async Task<ParagraphLinks?> ParagraphsAsync(StudyGroupDbContext db, Guid groupId, Guid readingId, CancellationToken cancellationToken)
    {
        var page = await (
            from item in db.ShelfItems()
            where item.GroupId == groupId && item.ReadingId == readingId
            join shelf in db.Groups() on item.GroupId equals shelf.Id
            select $"/groups/{shelf.Slug}/readings/{item.Slug}").SingleOrDefaultAsync(cancellationToken);
        if (page is null)
            return null;

        var keys = await (
            from reading in db.Readings()
            where reading.Id == readingId
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            where block.Number != null
            select new { block.Number, block.Key }).ToDictionaryAsync(block => block.Number ?? 0, block => block.Key, cancellationToken);
        return new ParagraphLinks(keys, page);
    }
}
