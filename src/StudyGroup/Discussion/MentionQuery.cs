using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Somebody who can be called by name.</summary>
public sealed record MentionSuggestion(Guid Id, string Name, bool IsHere);

/// <summary>Whom a comment may mean: active members of its group, found by the beginning of any part of their name.</summary>
public sealed class MentionQuery(IDbContextFactory<StudyGroupDbContext> contexts, Presence presence)
{
    public const int Most = 8;

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <param name="groupId">The group that is written in.</param>
    /// <param name="readingId">The text that is open: who reads it now comes first.</param>
    /// <param name="typed">What stands behind the @; capitals and accents do not matter.</param>
    /// <param name="member">Who writes; not suggested. Who may not read the group gets nothing.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>At most <see cref="Most"/>: who is here, then names that begin so, then the others, each by name.</returns>
    public async Task<IReadOnlyList<MentionSuggestion>> SuggestAsync(Guid groupId, Guid? readingId, string typed, CurrentMember member, CancellationToken cancellationToken)
    {
        var wanted = typed.Trim();
        if (wanted.Length > TextLimits.Name)
            return [];

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await (
            from membership in db.Memberships()
            where membership.GroupId == groupId && membership.Status == MembershipStatus.Active
                && membership.AccountId != member.AccountId
                && db.ReadableGroups(member.AccountId).Contains(membership.GroupId)
            join account in db.Users on membership.AccountId equals account.Id
            select new { account.Id, account.DisplayName }).ToListAsync(cancellationToken);

        var here = readingId is { } reading ? presence.In(Topic.Reading(groupId, reading)).Select(present => present.AccountId).ToHashSet() : [];
        return
        [
            .. names
                .Where(row => row.DisplayName.Split(' ').Any(part => Begins(part, wanted)) || Begins(row.DisplayName, wanted))
                .OrderByDescending(row => here.Contains(row.Id))
                .ThenByDescending(row => Begins(row.DisplayName, wanted))
                .ThenBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Id)
                .Take(Most)
                .Select(row => new MentionSuggestion(row.Id, row.DisplayName, here.Contains(row.Id))),
        ];
    }

    private static bool Begins(string name, string wanted) => CultureInfo.InvariantCulture.CompareInfo.IsPrefix(name, wanted, Loosely);
}
