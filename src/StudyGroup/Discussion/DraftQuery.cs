using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A draft as its page gets it back.</summary>
public sealed record DraftView(string Key, long Sequence, string Markdown, string Target, DateTimeOffset SavedAt);

/// <summary>One's own drafts; nobody else's are ever read.</summary>
public sealed class DraftQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>Every draft with words in it, newest first, at most 50.</summary>
    public async Task<IReadOnlyList<DraftView>> ListAsync(CurrentMember author, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Drafts()
            .Where(draft => draft.AccountId == author.AccountId && draft.Markdown != "")
            .OrderByDescending(draft => draft.SavedAt)
            .Take(50)
            .Select(draft => new DraftView(draft.Key, draft.Sequence, draft.Markdown, draft.Target, draft.SavedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The draft of one place, or null when nothing was ever kept there.</summary>
    public async Task<DraftView?> FindAsync(CurrentMember author, string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Drafts()
            .Where(draft => draft.AccountId == author.AccountId && draft.Key == key)
            .Select(draft => new DraftView(draft.Key, draft.Sequence, draft.Markdown, draft.Target, draft.SavedAt))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
