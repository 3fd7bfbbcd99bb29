using Microsoft.Extensions.Options;
using StudyGroup.Groups;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Importing;

/// <summary>Brings one file of the machine into a group: read, understood and stored as a whole, or not at all.</summary>
public sealed class FileImport(DocumentImporter importer, ImportReadingsHandler handler, IOptions<ImportOptions> options)
{
    /// <summary>On the console nobody is asked for rights: who can run the program may do anything.</summary>
    public async Task<Result<IReadOnlyList<ImportedReading>>> ImportAsync(string path, Guid groupId, CancellationToken cancellationToken)
    {
        var content = await ImportPaths.ReadAsync(path, options.Value.MaxFileBytes, cancellationToken);
        if (!content.Succeeded)
            return content.Error;

        var document = importer.Import(Path.GetFileName(path), content.Value, cancellationToken);
        return document.Succeeded
            ? await handler.HandleAsync(new ImportReadings(document.Value, groupId), importer: null, cancellationToken)
            : document.Error;
    }
}
