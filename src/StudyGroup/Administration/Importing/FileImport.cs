using Microsoft.Extensions.Options;
using StudyGroup.Groups;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Importing;

/// <summary>Brings files of the machine into a group: each of them read, understood and stored as a whole, or not at all.</summary>
public sealed class FileImport(DocumentImporter importer, ImportReadingsHandler handler, IOptions<ImportOptions> options)
{
    /// <summary>The file itself, or those of an archive of files, one after the other.</summary>
    public IEnumerable<SourceFile> Open(string path, CancellationToken cancellationToken)
    {
        var opened = ImportPaths.Open(path, options.Value.MaxFileBytes);
        if (!opened.Succeeded)
        {
            yield return new SourceFile(path, opened.Error, 1);
            yield break;
        }

        using var stream = opened.Value;
        foreach (var file in SourceFile.In(path, stream, importer.Limits, cancellationToken))
            yield return file;
    }

    /// <summary>What the importer makes of it. Nothing is stored.</summary>
    public async Task<Result<ImportedDocument>> ReadAsync(SourceFile file, ImportChoices choices, CancellationToken cancellationToken) => file.Content.Succeeded
        ? await Task.Run(() => importer.Import(Path.GetFileName(file.Name), file.Content.Value, choices, cancellationToken), cancellationToken)
        : file.Content.Error;

    /// <summary>What storing it would make of each text, or why it would be refused. Nothing is stored.</summary>
    public async Task<Result<IReadOnlyList<ImportedReading>>> ForecastAsync(ImportedDocument document, Guid groupId, CancellationToken cancellationToken)
    {
        var plan = await handler.PlanAsync(new ImportReadings(document, groupId), importer: null, cancellationToken);
        return plan.Succeeded ? new Result<IReadOnlyList<ImportedReading>>(plan.Value.Forecast()) : plan.Error;
    }

    /// <summary>On the console nobody is asked for rights: who can run the program may do anything.</summary>
    public Task<Result<IReadOnlyList<ImportedReading>>> StoreAsync(ImportedDocument document, Guid groupId, CancellationToken cancellationToken) =>
        handler.HandleAsync(new ImportReadings(document, groupId), importer: null, cancellationToken);
}
