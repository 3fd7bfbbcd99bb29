using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Citing;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>What there is to cite of a reading, for those who may read it.</summary>
public sealed class CitationQuery(IDbContextFactory<StudyGroupDbContext> contexts, SiteAddress site)
{
    /// <param name="blockKey">The block that is meant, or null for the whole text; one that the text does not have is left out.</param>
    /// <returns>Null for who may not see the reading, whether it exists or not.</returns>
    public async Task<CitedWork?> FindAsync(string groupSlug, string readingSlug, string? blockKey, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from grp in db.Groups()
            where grp.Slug == groupSlug && db.ReadableGroups(member.AccountId).Contains(grp.Id)
            join item in db.ShelfItems() on grp.Id equals item.GroupId
            where item.Slug == readingSlug
            join reading in db.Readings() on item.ReadingId equals reading.Id
            from issue in db.Issues().Where(issue => issue.Id == reading.IssueId).DefaultIfEmpty()
            from block in db.Blocks().Where(block => block.EditionId == reading.CurrentEditionId && block.Key == blockKey).DefaultIfEmpty()
            select new
            {
                Reading = reading,
                IssueTitle = issue == null ? null : issue.Title,
                IssueNumber = issue == null ? null : issue.Number,
                BlockKey = block == null ? null : block.Key,
                Paragraph = block == null ? null : block.Number,
            }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;

        var address = site.Of($"/groups/{groupSlug}/readings/{readingSlug}");
        return new CitedWork(readingSlug, found.Reading.Title, found.Reading.Authors, found.BlockKey is null ? address : $"{address}#{found.BlockKey}")
        {
            Subtitle = found.Reading.Subtitle,
            Translator = found.Reading.Translator,
            Publication = found.IssueTitle ?? found.Reading.Publication,
            IssueNumber = found.IssueNumber,
            Date = found.Reading.Date,
            Language = found.Reading.Language,
            SourceAddress = found.Reading.SourceAddress,
            Paragraph = found.Paragraph,
        };
    }
}
