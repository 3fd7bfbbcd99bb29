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

        return await writes.RunAsync<DateTimeOffset>(
            async (db, ct) =>
            {
                var now = time.GetUtcNow();
                var draft = await db.Drafts().SingleOrDefaultAsync(row => row.AccountId == author.AccountId && row.Key == request.Key, ct);
                if (draft is null)
                {
                    draft = new Draft { AccountId = author.AccountId, Key = request.Key, Sequence = 0, Markdown = "", Target = "", SavedAt = now };
                    db.Drafts().Add(draft);
                }

                if (request.Sequence <= draft.Sequence)
                    return draft.SavedAt;

                draft.Sequence = request.Sequence;
                draft.Markdown = request.Markdown;
                draft.Target = request.Target;
                draft.SavedAt = now;
                return now;
            },
            cancellationToken);
    }
}
