using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A reading as a member of a group opens it.</summary>
public sealed record ReadingView(
    GroupView Group,
    Guid ReadingId,
    string Slug,
    Guid EditionId,
    string Title,
    string? Subtitle,
    IReadOnlyList<string> Authors,
    string? Translator,
    string? Publication,
    string? Date,
    string Language,
    string? Rights,
    int Paragraphs,
    int Words,
    DateOnly? DueOn,
    int? Furthest,
    int? Last,
    Guid? IssueId,
    string? IssueTitle)
{
    /// <summary>Others' words are seen only after one's own.</summary>
    public bool OwnNoteFirst { get; init; }

    public bool OpensByReading { get; init; }

    /// <summary>Number of the edition that is shown.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>The group is in a live session on it.</summary>
    public bool IsLive { get; init; }
}

/// <summary>The reading page, without its words.</summary>
public sealed class ReadingPageQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    // Not static: a compiled query belongs to the model of one engine.
    private readonly Func<StudyGroupDbContext, string, string, Guid, CancellationToken, Task<ReadingView?>> byAddress =
        EF.CompileAsyncQuery((StudyGroupDbContext db, string groupSlug, string readingSlug, Guid accountId, CancellationToken _) => (
            from grp in db.Set<Group>()
            where grp.Slug == groupSlug
            join membership in db.Set<Membership>() on grp.Id equals membership.GroupId
            where membership.AccountId == accountId && membership.Status == MembershipStatus.Active
            join item in db.Set<ShelfItem>() on grp.Id equals item.GroupId
            where item.Slug == readingSlug
            join reading in db.Set<Reading>() on item.ReadingId equals reading.Id
            join edition in db.Set<Edition>() on reading.CurrentEditionId equals edition.Id
            from position in db.Set<ReadingPosition>().Where(row => row.AccountId == accountId && row.ReadingId == reading.Id).DefaultIfEmpty()
            select new ReadingView(
                new GroupView(grp.Id, grp.Slug, grp.Name, grp.Description, membership.Role),
                reading.Id,
                item.Slug,
                edition.Id,
                reading.Title,
                reading.Subtitle,
                reading.Authors,
                reading.Translator,
                reading.Publication,
                reading.Date,
                reading.Language,
                reading.Rights,
                edition.ParagraphCount,
                edition.WordCount,
                item.DueOn,
                position == null ? null : position.Furthest,
                position == null ? null : position.Last,
                reading.IssueId,
                db.Set<Issue>().Where(issue => issue.Id == reading.IssueId).Select(issue => issue.Title).FirstOrDefault())
            {
                OwnNoteFirst = item.OwnNoteFirst,
                OpensByReading = item.OpensByReading,
                Edition = edition.Number,
                IsLive = db.Set<LiveSession>().Any(session => session.GroupId == grp.Id && session.ReadingId == reading.Id && session.EndedAt == null),
            }).TagWith(KeptConnection.Tag).SingleOrDefault());

    /// <returns>Null for who may not see it, whether it exists or not.</returns>
    public async Task<ReadingView?> FindAsync(string groupSlug, string readingSlug, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await byAddress(db, groupSlug, readingSlug, member.AccountId, cancellationToken);
    }
}
