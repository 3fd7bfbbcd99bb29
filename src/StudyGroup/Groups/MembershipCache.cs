using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Groups;

/// <summary>
/// The active members of the groups that are being watched, in memory, so that a delivery to a thousand pages asks no database. The event log's
/// order keeps it right: the tail forgets a group when it meets a change of membership, before it delivers anything that came later.
/// </summary>
public sealed class MembershipCache(IDbContextFactory<StudyGroupDbContext> contexts)
{
    private readonly ConcurrentDictionary<Guid, Task<HashSet<Guid>>> groups = new();

    public async ValueTask<bool> IsMemberAsync(Guid groupId, Guid accountId, CancellationToken cancellationToken)
    {
        var loading = groups.GetOrAdd(groupId, LoadAsync);
        try
        {
            return (await loading.WaitAsync(cancellationToken)).Contains(accountId);
        }
        catch (Exception) when (loading.IsFaulted)
        {
            groups.TryRemove(new KeyValuePair<Guid, Task<HashSet<Guid>>>(groupId, loading));
            throw;
        }
    }

    public void Forget(Guid groupId) => groups.TryRemove(groupId, out _);

    private async Task<HashSet<Guid>> LoadAsync(Guid groupId)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await db.Memberships()
            .Where(row => row.GroupId == groupId && row.Status == MembershipStatus.Active)
            .Select(row => row.AccountId)
            .ToHashSetAsync(CancellationToken.None);
    }
}
