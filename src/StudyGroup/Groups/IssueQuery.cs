using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A line of an issue's contents: as printed, as on the shelf, or both.</summary>
/// <param name="Slug">The reading's address within the group; null when the group does not have it.</param>
/// <param name="IsPrinted">Whether the printed contents have it.</param>
public sealed record IssueLine(string Title, IReadOnlyList<string> Authors, int? Page, string? Slug, int Paragraphs, bool IsPrinted);

/// <summary>A journal issue as a member of a group opens it.</summary>
public sealed record IssueView(GroupView Group, string Title, string? Number, string? Date, string? Publisher, IReadOnlyList<IssueLine> Lines);

/// <summary>The page of a journal issue.</summary>
public sealed class IssueQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>Null unless the group has a reading of this issue on its shelf and the member may read there.</returns>
    public async Task<IssueView?> FindAsync(string groupSlug, Guid issueId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var readings = await (
            from grp in db.Groups()
            where grp.Slug == groupSlug
            join membership in db.Memberships() on grp.Id equals membership.GroupId
            where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
            join item in db.ShelfItems() on grp.Id equals item.GroupId
            join reading in db.Readings() on item.ReadingId equals reading.Id
            where reading.IssueId == issueId
            join edition in db.Editions() on reading.CurrentEditionId equals edition.Id
            orderby item.Position, item.ReadingId
            select new
            {
                Group = new GroupView(grp.Id, grp.Slug, grp.Name, grp.Description, membership.Role),
                Line = new IssueLine(reading.Title, reading.Authors, null, item.Slug, edition.ParagraphCount, false),
            }).ToListAsync(cancellationToken);
        if (readings.Count == 0)
            return null;

        var issue = await db.Issues().AsNoTracking().Include(row => row.Contents).SingleAsync(row => row.Id == issueId, cancellationToken);
        return new IssueView(readings[0].Group, issue.Title, issue.Number, issue.Date, issue.Publisher, LinesOf(issue, [.. readings.Select(row => row.Line)]));
    }

    /// <summary>In the order of the printed contents; what they forget stands at the end.</summary>
    private static List<IssueLine> LinesOf(Issue issue, List<IssueLine> readings)
    {
        var lines = new List<IssueLine>();
        foreach (var printed in issue.Contents.OrderBy(line => line.Position))
        {
            var known = readings.Find(reading => IsSame(reading.Title, printed.Title));
            if (known is not null)
                readings.Remove(known);
            lines.Add((known ?? new IssueLine(printed.Title, [], null, null, 0, true)) with { Page = printed.Page, IsPrinted = true });
        }

        return [.. lines, .. readings];
    }

    // Printed contents shorten titles and set them in other capitals and marks.
    private static bool IsSame(string title, string printed)
    {
        var (one, other) = (Letters(title), Letters(printed));
        return other.Length > 0 && one.Length > 0 && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
