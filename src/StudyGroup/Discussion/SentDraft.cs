using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What is left of a draft when its text is posted: an empty row that is newer than every save of that text, so that a save which was still on its way brings nothing back.</summary>
internal static class SentDraft
{
    public static Error? Check(PostComment request) =>
        request.DraftKey is null ? null
        : request.DraftKey.Length is 0 or > Draft.KeyLength ? Error.TooLong("The draft's key", Draft.KeyLength)
        : request.DraftKey.IsStorable() ? null
        : Error.Unreadable("The draft's key");

    /// <summary>Without a number from the page, whatever is kept is taken for the sent text.</summary>
    public static async Task EmptyDraftAsync(this StudyGroupDbContext db, PostComment request, CurrentMember author, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.DraftKey is not { } key)
            return;

        var own = db.Drafts().Where(draft => draft.AccountId == author.AccountId && draft.Key == key);
        var sequence = request.DraftSequence;
        var emptied = await own.Where(draft => sequence == null || draft.Sequence <= sequence).ExecuteUpdateAsync(
            set => set.SetProperty(draft => draft.Markdown, "").SetProperty(draft => draft.Sequence, draft => sequence ?? draft.Sequence), cancellationToken);
        if (emptied == 1 || sequence is not { } sent || await own.AnyAsync(draft => draft.Sequence > sent, cancellationToken))
            return;

        db.Drafts().Add(new Draft { AccountId = author.AccountId, Key = key, Sequence = sent, Markdown = "", Target = "null", SavedAt = now });
    }
}
