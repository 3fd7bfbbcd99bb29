using StudyGroup.Shared;

namespace StudyGroup.Administration.Importing;

/// <summary>Finds the files that a path on the command line stands for.</summary>
internal static class ImportPaths
{
    // Hidden files are the system's.
    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    /// <summary>A file is itself; a folder is its files and its folders' files, in the order of their names. A link to a folder may lead in a circle: it is named, and not followed.</summary>
    public static IEnumerable<string> Expand(string path) => Directory.Exists(path) ? OfFolder(new DirectoryInfo(path)) : [path];

    private static IEnumerable<string> OfFolder(DirectoryInfo folder) => folder.EnumerateFileSystemInfos("*", Visible)
        .Where(entry => !entry.Name.StartsWith('.'))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } child ? OfFolder(child) : [entry.FullName]);

    /// <summary>The file, open for reading, or why it is not.</summary>
    public static Result<FileStream> Open(string path, long mostBytes)
    {
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path))
                return ImportErrors.LinkToFolder;
            if (!file.Exists)
                return ImportErrors.NotThere;
            // A pipe, a device and a socket say that they are empty; opening one of them could wait for ever.
            if (file.Length == 0)
                return ImportErrors.NotOrdinary;
            return file.Length > mostBytes ? ImportErrors.TooLarge(mostBytes) : file.OpenRead();
        }
        catch (FileNotFoundException)
        {
            return ImportErrors.NotThere;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ImportErrors.Unreadable(exception.Message);
        }
    }
}
