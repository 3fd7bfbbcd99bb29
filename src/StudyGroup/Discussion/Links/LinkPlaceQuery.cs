using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Links;

/// <summary>Finds the paragraph that somebody names for the other end of a link, instead of selecting it.</summary>
public sealed class LinkPlaceQuery(IDbContextFactory<StudyGroupDbContext> contexts, SiteAddress site)
{
    private const int LongestText = 500;

    /// <param name="groupId">The group that links.</param>
    /// <param name="readingId">The reading that a ¶ number counts in.</param>
    /// <param name="text">The address of a paragraph of a reading on the group's shelf, or a ¶ number.</param>
    /// <param name="member">Who may not read the group finds nothing.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Result<LinkPlace>> FindAsync(Guid groupId, Guid readingId, string text, CurrentMember member, CancellationToken cancellationToken)
    {
        var written = text.Trim();
        if (written.Length is 0 or > LongestText)
            return Errors.NoSuchParagraph;

        var address = CitationSigns.Addresses(written, site.Base) is [var pasted, ..] ? pasted : null;
        var number = address is not null ? null
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) ? bare
            : CitationSigns.Numbers(written) is [var counted, ..] ? counted : (int?)null;
        if (address is null && number is null)
            return Errors.NoSuchParagraph;

        var (groupSlug, slug, key) = (address?.Group, address?.Reading, address?.Key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var place = await (
            from grp in db.Groups()
            where grp.Id == groupId && (groupSlug == null || grp.Slug == groupSlug) && db.ReadableGroups(member.AccountId).Contains(grp.Id)
            join item in db.ShelfItems() on grp.Id equals item.GroupId
            where slug == null ? item.ReadingId == readingId : item.Slug == slug
            join reading in db.Readings() on item.ReadingId equals reading.Id
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            where block.Text != "" && (key == null ? block.Number == number : block.Key == key)
            orderby block.Position
            select new { reading.Id, reading.Title, block.EditionId, block.Key, block.Number, block.Text }).FirstOrDefaultAsync(cancellationToken);
        return place is null
            ? Errors.NoSuchParagraph
            : new LinkPlace(place.Id, place.Title, place.Number, place.Text, new Passage(place.EditionId, new TextPoint(place.Key, 0), new TextPoint(place.Key, place.Text.Length)));
    }
}
