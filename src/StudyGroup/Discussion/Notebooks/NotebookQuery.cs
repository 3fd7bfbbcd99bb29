using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Notebooks;

/// <summary>What a group, or one of its members, left on its readings. Everybody finds in it what they may see, and of private notes their own.</summary>
public sealed class NotebookQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int PageSize = 50;

    /// <summary>At most <see cref="PageSize"/> entries; none for who may not read in the group. What was deleted or hidden is left out.</summary>
    public async Task<IReadOnlyList<NotebookEntry>> ListAsync(NotebookRequest request, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<NotebookRow>[] sources = [NotebookRows.OnPassages(db, request, member.AccountId), NotebookRows.OnNone(db, request, member.AccountId)];
        var last = await LastAsync(sources, request.AfterId, cancellationToken);
        var found = new List<NotebookRow>();
        foreach (var source in sources)
        {
            var rows = source.Where(row => !row.IsGone);
            if (last is not null)
                rows = rows.Behind(last, request.Order);
            found.AddRange(await rows.InOrder(request.Order).Take(PageSize).ToListAsync(cancellationToken));
        }

        return [.. found.AsQueryable().InOrder(request.Order).Take(PageSize).Select(row => row.ToEntry())];
    }

    private static async Task<NotebookRow?> LastAsync(IEnumerable<IQueryable<NotebookRow>> sources, Guid? id, CancellationToken cancellationToken)
    {
        foreach (var source in id is null ? [] : sources)
        {
            if (await source.Where(row => row.Id == id).FirstOrDefaultAsync(cancellationToken) is { } last)
                return last;
        }

        return null;
    }
}
