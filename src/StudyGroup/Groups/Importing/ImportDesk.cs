using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>
/// Reads the files of drafts. What came of a file is kept for a while, since an editor asks for it at every step; one file is read at a time, so that
/// many large ones do not fill the memory together.
/// </summary>
public sealed class ImportDesk(DocumentImporter importer) : IDisposable
{
    private const long MostBytes = 64L * 1024 * 1024;

    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The importer's own reading of a file.</summary>
    public async Task<Result<ImportedDocument>> ReadAsync(string fileName, byte[] content, ImportChoices choices, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => importer.Import(fileName, content, choices, cancellationToken), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The document of a draft after its steps; the caller has asked the policy.</summary>
    internal async Task<Result<EditedDocument>> OpenAsync(StudyGroupDbContext db, ImportDraft draft, IReadOnlyList<ImportEdit> edits, CancellationToken cancellationToken)
    {
        var choices = EditedDocument.ChoicesOf(edits);
        var key = (draft.Id, choices.ChapterByChapter, string.Join(' ', choices.Undone.Order(StringComparer.Ordinal)));
        if (!documents.TryGetValue(key, out ImportedDocument? document) || document is null)
        {
            var content = await db.ImportFiles().Where(file => file.DraftId == draft.Id).Select(file => file.Content).SingleAsync(cancellationToken);
            var read = await ReadAsync(draft.FileName, content, choices, cancellationToken);
            if (!read.Succeeded)
                return read.Error;
            document = read.Value;
            documents.Set(key, document, new MemoryCacheEntryOptions { Size = content.Length + 1, SlidingExpiration = TimeSpan.FromMinutes(20) });
        }

        return EditedDocument.Of(document, edits);
    }

    public void Dispose()
    {
        documents.Dispose();
        turn.Dispose();
    }
}
