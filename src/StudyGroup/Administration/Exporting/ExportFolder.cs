using StudyGroup.Shared;

namespace StudyGroup.Administration.Exporting;

/// <summary>A folder that is filled beside its place and moved there at the end, so that nobody ever finds half of it.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string place;
    private readonly DirectoryInfo unfinished;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private ExportFolder(string place, DirectoryInfo unfinished)
    {
        this.place = place;
        this.unfinished = unfinished;
    }

    /// <returns>Null when the place holds something already.</returns>
    public static ExportFolder? Open(string folder)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(place) || (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()))
            return null;

        var parent = Path.GetDirectoryName(place) ?? place;
        Directory.CreateDirectory(parent);
        return new ExportFolder(place, Directory.CreateDirectory(Path.Combine(parent, $".{Path.GetFileName(place)}-{Secret.New(6)}")));
    }

    public async Task WriteAsync(string name, byte[] document, CancellationToken cancellationToken)
    {
        var free = Slug.Free(name, names);
        names.Add(free);
        await File.WriteAllBytesAsync(Path.Combine(unfinished.FullName, free + ".json"), document, cancellationToken);
    }

    public void Publish()
    {
        // An empty folder makes way; one that filled up meanwhile does not, and the move fails.
        if (Directory.Exists(place))
            Directory.Delete(place);
        Directory.Move(unfinished.FullName, place);
    }

    public void Dispose()
    {
        if (Directory.Exists(unfinished.FullName))
            unfinished.Delete(recursive: true);
    }
}
