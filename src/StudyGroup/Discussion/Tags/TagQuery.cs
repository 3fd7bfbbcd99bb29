using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Tags;

/// <summary>A tag and how many comments have it that the member may see.</summary>
public sealed record TagCount(string Key, string Name, int Comments);

/// <summary>The tags of a group. Every method tells and counts only what the member may read now: nothing of comments that are gone, private to others, or waiting for the member's own note.</summary>
public sealed class TagQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>How many a composer suggests.</summary>
    public const int MostSuggested = 8;

    /// <summary>How many a list holds.</summary>
    public const int Most = 200;

    /// <summary>Those that most comments have come first.</summary>
    /// <param name="groupId">Whose tags.</param>
    /// <param name="readingId">Only on this reading, or null.</param>
    /// <param name="personId">Only by this person, or null.</param>
    /// <param name="member">Who asks.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<TagCount>> ListAsync(Guid groupId, Guid? readingId, Guid? personId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Counted(db.TagsFor(groupId, member.AccountId)
            .Where(tag => (readingId == null || tag.ReadingId == readingId) && (personId == null || tag.AuthorId == personId)), Most).ToListAsync(cancellationToken);
    }

    /// <summary>The tags of what is said on the passages of a reading, most used first.</summary>
    public async Task<IReadOnlyList<TagCount>> OnPassagesAsync(Guid groupId, Guid readingId, int most, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Counted(db.TagsFor(groupId, member.AccountId).Where(tag => tag.ReadingId == readingId && tag.AnnotationId != null), most)
            .TagWith(KeptConnection.Tag).ToListAsync(cancellationToken);
    }

    /// <param name="groupId">The group that is written in.</param>
    /// <param name="typed">What stands behind the #; capitals and accents do not matter.</param>
    /// <param name="member">Who writes.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<TagCount>> SuggestAsync(Guid groupId, string typed, CurrentMember member, CancellationToken cancellationToken)
    {
        if (typed.Length > Tag.Longest || !typed.IsStorable())
            return [];

        var beginning = Tag.KeyOf(typed);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Counted(db.TagsFor(groupId, member.AccountId).Where(tag => tag.Key.StartsWith(beginning)), MostSuggested).ToListAsync(cancellationToken);
    }

    /// <summary>The marks of a reading whose threads have the tag.</summary>
    public async Task<IReadOnlyList<Guid>> MarksAsync(Guid groupId, Guid readingId, string key, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TagsFor(groupId, member.AccountId)
            .Where(tag => tag.Key == key && tag.ReadingId == readingId && tag.AnnotationId != null)
            .Select(tag => tag.AnnotationId.GetValueOrDefault()).Distinct().ToListAsync(cancellationToken);
    }

    private static IQueryable<TagCount> Counted(IQueryable<SeenTag> tags, int most) => (
        from tag in tags
        group tag by tag.Key into same
        orderby same.Count() descending, same.Key
        select new TagCount(same.Key, same.Min(tag => tag.Name) ?? same.Key, same.Count())).Take(most);
}
