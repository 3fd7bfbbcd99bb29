using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Finds the paragraphs that a comment cites: of the reading under discussion by number, of any reading on the group's shelf by address.</summary>
public sealed class PassageQuery(SiteAddress site)
{
    private const int HeadingWords = 80;

    internal async Task<CitedPassages> FindAsync(StudyGroupDbContext db, string markdown, Guid groupId, Guid? readingId, CancellationToken cancellationToken)
    {
        var numbers = readingId is null ? [] : CitationSigns.Numbers(markdown);
        var addresses = CitationSigns.Addresses(markdown, site.Base);
        if (numbers.Count + addresses.Count == 0)
            return CitedPassages.None;

        var slugs = addresses.Select(address => address.Reading).Distinct().ToList();
        var keys = addresses.Select(address => address.Key).Distinct().ToList();
        var rows = await (
            from item in db.ShelfItems()
            where item.GroupId == groupId && (item.ReadingId == readingId || slugs.Contains(item.Slug))
            join grp in db.Groups() on item.GroupId equals grp.Id
            join reading in db.Readings() on item.ReadingId equals reading.Id
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            where block.Text != ""
                && ((item.ReadingId == readingId && block.Number != null && numbers.Contains(block.Number.Value)) || (slugs.Contains(item.Slug) && keys.Contains(block.Key)))
            select new PassageRow(grp.Slug, item.Slug, item.ReadingId == readingId, reading.Title, block.Number, block.Key, block.Text)).ToListAsync(cancellationToken);
        return new CitedPassages(
            rows.Where(row => row.IsHere && row.Number is { } number && numbers.Contains(number)).ToDictionary(row => row.Number.GetValueOrDefault(), row => row.ToPassage()),
            (from address in addresses
             from row in rows
             where (row.Group, row.Reading, row.Key) == (address.Group, address.Reading, address.Key)
             select (address.Written, Passage: row.ToPassage())).ToDictionary(pair => pair.Written, pair => pair.Passage));
    }

    private sealed record PassageRow(string Group, string Reading, bool IsHere, string Title, int? Number, string Key, string Words)
    {
        public CitedPassage ToPassage()
        {
            var place = Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"¶ {number}") : null;
            var name = IsHere ? place ?? CommentRenderer.Shorten(Words, HeadingWords) : string.Join(", ", new[] { Title, place }.OfType<string>());
            return new CitedPassage(name, $"/groups/{Group}/readings/{Reading}#{Key}", Words);
        }
    }
}
