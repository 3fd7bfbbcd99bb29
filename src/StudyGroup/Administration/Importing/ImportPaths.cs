using StudyGroup.Shared;

namespace StudyGroup.Administration.Importing;

/// <summary>Finds the files that a path on the command line stands for.</summary>
internal static class ImportPaths
{
    // A link to a folder may lead in a circle; hidden files are the system's.
    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    /// <summary>A file is itself; a folder is its files and its folders' files, in the order of their names.</summary>
    public static IEnumerable<string> Expand(string path) => Directory.Exists(path) ? OfFolder(new DirectoryInfo(path)) : [path];

    private static IEnumerable<string> OfFolder(DirectoryInfo folder) => folder.EnumerateFileSystemInfos("*", Visible)
        .Where(entry => !entry.Name.StartsWith('.') && (entry is FileInfo || entry.LinkTarget is null))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .SelectMany(entry => entry is DirectoryInfo child ? OfFolder(child) : [entry.FullName]);

    /// <summary>The file, open for reading, or why it is not.</summary>
    public static Result<FileStream> Open(string path, long mostBytes)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return ImportErrors.NotThere;
            return file.Length > mostBytes ? ImportErrors.TooLarge(mostBytes) : file.OpenRead();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ImportErrors.Unreadable(exception.Message);
        }
    }
}
