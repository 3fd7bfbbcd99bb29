using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>Takes in what a member sent: a file, or an archive of files.</summary>
/// <param name="GroupId">Where it is to be published.</param>
/// <param name="FileName">The name it was sent under.</param>
/// <param name="Content">A stream that can be read again; the caller closes it.</param>
/// <param name="ChapterByChapter">Whether each chapter of a book becomes a reading of its own.</param>
public sealed record ReceiveUpload(Guid GroupId, string FileName, Stream Content, bool ChapterByChapter = false)
{
    /// <summary>Hears how many hundredths of the file that is being read have been understood.</summary>
    public IProgress<int>? Progress { get; init; }
}

/// <summary>What became of one file: the id of its draft, or why there is none.</summary>
/// <param name="Name">Its name; within an archive, the archive's name and its own.</param>
/// <param name="Draft">The id of the draft.</param>
/// <param name="Count">How many files came together.</param>
public sealed record ReceivedFile(string Name, Result<Guid> Draft, int Count);

public sealed class ReceiveUploadHandler(IDbContextFactory<StudyGroupDbContext> contexts, DocumentImporter importer, ReceiveImportHandler receive)
{
    /// <returns>Each file when it has been read, so that a page can say how far it is; or one refusal.</returns>
    public async Task<Result<IAsyncEnumerable<ReceivedFile>>> HandleAsync(ReceiveUpload request, CurrentMember editor, CancellationToken cancellationToken)
    {
        // Asked before the archive is looked into, which is work; each file is asked for again.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AskAsync(request.GroupId, editor, Permission.Moderate, cancellationToken) is { Succeeded: false, Error: var refusal }
            ? refusal
            : new Result<IAsyncEnumerable<ReceivedFile>>(ReceiveAsync(request, editor, cancellationToken));
    }

    private async IAsyncEnumerable<ReceivedFile> ReceiveAsync(ReceiveUpload request, CurrentMember editor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in SourceFile.In(request.FileName, request.Content, importer.Limits, cancellationToken))
        {
            var draft = file.Content is { Succeeded: true, Value: var content }
                ? await receive.HandleAsync(new ReceiveImport(request.GroupId, file.Name, content) { ChapterByChapter = request.ChapterByChapter, Progress = request.Progress }, editor, cancellationToken)
                : file.Content.Error ?? Error.NotFound;
            yield return new ReceivedFile(file.Name, draft, file.Count);
        }
    }
}
