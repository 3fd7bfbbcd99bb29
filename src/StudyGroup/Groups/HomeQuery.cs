using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>One of my groups on the home page, with the reading I was last in.</summary>
public sealed record GroupCard(Guid Id, string Slug, string Name, string Description, Role Role, int Members, int Readings, ContinueReading? Continue);

/// <summary>Where I stopped: the reading and the ¶ of the block I last looked at.</summary>
public sealed record ContinueReading(string Slug, string Title, int? Paragraph, string? BlockKey, DateTimeOffset At);

/// <summary>The home page: my groups, by name.</summary>
public sealed class HomeQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public async Task<IReadOnlyList<GroupCard>> ListAsync(CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await (
            from membership in db.Memberships()
            where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
            join grp in db.Groups() on membership.GroupId equals grp.Id
            orderby grp.Name, grp.Id
            select new
            {
                grp.Id,
                grp.Slug,
                grp.Name,
                grp.Description,
                membership.Role,
                Members = db.Memberships().Count(row => row.GroupId == grp.Id && row.Status == MembershipStatus.Active),
                Readings = db.ShelfItems().Count(item => item.GroupId == grp.Id),
            }).ToListAsync(cancellationToken);

        var ids = groups.Select(row => row.Id).ToList();
        var stops = await (
            from position in db.ReadingPositions()
            where position.AccountId == member.AccountId
            join item in db.ShelfItems() on position.ReadingId equals item.ReadingId
            where ids.Contains(item.GroupId)
            join reading in db.Readings() on item.ReadingId equals reading.Id
            join block in db.Blocks() on new { EditionId = reading.CurrentEditionId, Position = position.Last } equals new { block.EditionId, block.Position }
            select new { item.GroupId, Stop = new ContinueReading(item.Slug, reading.Title, block.Number, block.Key, position.UpdatedAt) }).ToListAsync(cancellationToken);
        var newest = stops.GroupBy(row => row.GroupId).ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Stop).MaxBy(stop => stop.At));

        return [.. groups.Select(row => new GroupCard(
            row.Id, row.Slug, row.Name, row.Description, row.Role, row.Members, row.Readings, newest.GetValueOrDefault(row.Id)))];
    }
}
