using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A paragraph that can be pointed at by its ¶ number, with the words it begins with.</summary>
public sealed record ParagraphSuggestion(int Number, string Words);

/// <summary>Which paragraphs of the reading under discussion a comment may mean, found by the beginning of their number.</summary>
public sealed class ParagraphQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int Most = 30;

    /// <summary>So many characters of a paragraph tell it from the others.</summary>
    public const int LongestBeginning = 80;

    private const int LargestNumber = 999_999;

    /// <param name="groupId">The group that is written in.</param>
    /// <param name="readingId">The reading that the comment is about.</param>
    /// <param name="number">What is typed behind the ¶, or null for nothing yet.</param>
    /// <param name="member">Who writes; who may not read the group gets nothing.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>At most <see cref="Most"/>, in the order of the text: so the number itself comes before those that only begin with it.</returns>
    public async Task<IReadOnlyList<ParagraphSuggestion>> SuggestAsync(Guid groupId, Guid readingId, int? number, CurrentMember member, CancellationToken cancellationToken)
    {
        if (number is < 1 or > LargestNumber)
            return [];

        var (tens, hundreds, thousands) = (number * 10L, number * 100L, number * 1000L);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from item in db.ShelfItems()
            where item.GroupId == groupId && item.ReadingId == readingId && db.ReadableGroups(member.AccountId).Contains(item.GroupId)
            join reading in db.Readings() on item.ReadingId equals reading.Id
            join block in db.Blocks() on reading.CurrentEditionId equals block.EditionId
            where block.Number != null && (number == null || block.Number == number
                || (block.Number >= tens && block.Number < tens + 10)
                || (block.Number >= hundreds && block.Number < hundreds + 100)
                || (block.Number >= thousands && block.Number < thousands + 1000))
            orderby block.Number
            select new ParagraphSuggestion(block.Number.GetValueOrDefault(), block.Text.Substring(0, LongestBeginning))).Take(Most).ToListAsync(cancellationToken);
    }
}
