using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using StudyGroup.Groups;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Importing;

/// <summary>A file of the machine, or one within an archive, with what the importer made of it.</summary>
public sealed record ReadFile(string Name, byte[] Content, Result<ImportedDocument> Document);

/// <summary>Brings files of the machine into a group: each of them read, understood and stored as a whole, or not at all.</summary>
public sealed class FileImport(DocumentImporter importer, ImportReadingsHandler handler, IOptions<ImportOptions> options)
{
    /// <summary>The texts of a file or an archive of files. Nothing is stored.</summary>
    public async IAsyncEnumerable<ReadFile> ReadAsync(string path, ImportChoices choices, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = ImportPaths.Open(path, options.Value.MaxFileBytes);
        if (!opened.Succeeded)
        {
            yield return new ReadFile(path, [], opened.Error);
            yield break;
        }

        await using var stream = opened.Value;
        foreach (var file in SourceFile.In(path, stream, importer.Limits, cancellationToken))
            yield return file.Content is { Succeeded: true, Value: var content } ? new ReadFile(file.Name, content, importer.Import(Path.GetFileName(file.Name), content, choices, cancellationToken)) : new ReadFile(file.Name, [], file.Content.Error ?? ImportErrors.NotThere);
    }

    /// <summary>On the console nobody is asked for rights: who can run the program may do anything.</summary>
    public Task<Result<IReadOnlyList<ImportedReading>>> StoreAsync(ImportedDocument document, Guid groupId, CancellationToken cancellationToken) =>
        handler.HandleAsync(new ImportReadings(document, groupId), importer: null, cancellationToken);
}
