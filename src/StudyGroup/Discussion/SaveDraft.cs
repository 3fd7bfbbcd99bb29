using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Keeps text that is not posted yet. <paramref name="Sequence"/> counts the saves in the page; an empty text throws the draft away.</summary>
public sealed record SaveDraft(string Key, long Sequence, string Markdown, string Target);

public sealed class SaveDraftHandler(WriteTransactions writes, TimeProvider time)
{
    /// <summary>A save that is older than what is kept changes nothing, so that an old tab never brings back sent text.</summary>
    /// <returns>When the kept text was saved.</returns>
    public async Task<Result<DateTimeOffset>> HandleAsync(SaveDraft request, CurrentMember author, CancellationToken cancellationToken)
    {
        if (request.Key.Length is 0 or > Draft.KeyLength)
            return Error.TooLong("The draft's key", Draft.KeyLength);
        if (request.Markdown.Length > TextLimits.Comment)
            return Error.TooLong("The comment", TextLimits.Comment);
        if (request.Target.Length > Draft.TargetLength)
            return Error.TooLong("The draft's target", Draft.TargetLength);

        if (!request.Markdown.IsStorable() || !request.Key.IsStorable() || !request.Target.IsStorable())
            return Error.Unreadable("The draft");

        try
        {
            return await writes.RunAsync((db, ct) => SaveAsync(db, request, author, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two first saves met: the row is there now, and its sequence decides.
            return await writes.RunAsync((db, ct) => SaveAsync(db, request, author, ct), cancellationToken);
        }
    }

    private async Task<Result<DateTimeOffset>> SaveAsync(StudyGroupDbContext db, SaveDraft request, CurrentMember author, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var own = db.Drafts().Where(draft => draft.AccountId == author.AccountId && draft.Key == request.Key);
        var saved = await own.Where(draft => draft.Sequence < request.Sequence).ExecuteUpdateAsync(
            set => set
                .SetProperty(draft => draft.Sequence, request.Sequence)
                .SetProperty(draft => draft.Markdown, request.Markdown)
                .SetProperty(draft => draft.Target, request.Target)
                .SetProperty(draft => draft.SavedAt, now),
            cancellationToken);
        if (saved == 1)
            return now;
        // A first save that came between is older perhaps: then the insert meets its row, and the second try goes over it.
        if (await own.Where(draft => draft.Sequence >= request.Sequence).Select(draft => (DateTimeOffset?)draft.SavedAt).SingleOrDefaultAsync(cancellationToken) is { } kept)
            return kept;

        db.Drafts().Add(new Draft
        {
            AccountId = author.AccountId,
            Key = request.Key,
            Sequence = request.Sequence,
            Markdown = request.Markdown,
            Target = request.Target,
            SavedAt = now,
        });
        return now;
    }
}
