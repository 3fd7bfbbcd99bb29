using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>Takes in a raw file for a group. Only a file that the importer can read is kept.</summary>
public sealed record ReceiveImport(Guid GroupId, string FileName, byte[] Content)
{
    /// <summary>Whether each chapter of a book becomes a reading of its own; its editors may change that.</summary>
    public bool ChapterByChapter { get; init; }

    /// <summary>Hears how many hundredths of the file have been understood.</summary>
    public IProgress<int>? Progress { get; init; }
}

public sealed class ReceiveImportHandler(WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, ImportDesk desk, TimeProvider time)
{
    private const int NameLength = 260;

    /// <returns>The id of the draft; a refusal when the group has a draft of this very file.</returns>
    public async Task<Result<Guid>> HandleAsync(ReceiveImport request, CurrentMember editor, CancellationToken cancellationToken)
    {
        // Asked before the file is read, which is work, and again where it is stored.
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await db.AskAsync(request.GroupId, editor, Permission.Moderate, cancellationToken) is { Succeeded: false, Error: var refusal })
                return refusal;
        }

        var name = Path.GetFileName(request.FileName.Replace('\\', '/'));
        if (name.Length > NameLength)
            return Error.TooLong("The name of the file", NameLength);
        if (!name.IsStorable())
            return Error.Unreadable("The name of the file");

        var read = await desk.ReadAsync(name, request.Content, ImportChoices.None with { Progress = request.Progress }, cancellationToken);
        if (!read.Succeeded)
            return read.Error;

        try
        {
            return await writes.RunAsync((db, ct) => StoreAsync(db, request, name, read.Value.ContentHash, editor, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return ImportErrors.Known(name);
        }
    }

    private async Task<Result<Guid>> StoreAsync(
        StudyGroupDbContext db, ReceiveImport request, string name, string hash, CurrentMember editor, CancellationToken cancellationToken)
    {
        if (await db.AskAsync(request.GroupId, editor, Permission.Moderate, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;
        if (await db.ImportDrafts().AnyAsync(draft => draft.GroupId == request.GroupId && draft.ContentHash == hash, cancellationToken))
            return ImportErrors.Known(name);

        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.ImportDrafts().Add(new ImportDraft
        {
            Id = id,
            GroupId = request.GroupId,
            ReceivedById = editor.AccountId,
            FileName = name,
            ContentHash = hash,
            Bytes = request.Content.Length,
            ReceivedAt = now,
            Edits = request.ChapterByChapter ? StoredEdits.Write([new ImportEdit(ImportEditKind.ByChapters)]) : StoredEdits.None,
            Version = 1,
        });
        db.ImportFiles().Add(new ImportFile { DraftId = id, Content = request.Content });
        return id;
    }
}
