namespace StudyGroup.Persistence;

/// <summary>The one folder that holds the database, keys and uploads of this installation; readable by its owner alone.</summary>
public sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="path">Absolute, or relative to <paramref name="contentRoot"/>.</param>
    /// <param name="contentRoot">Where relative paths count from.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public DataDirectory(string path, string contentRoot)
    {
        Path = System.IO.Path.GetFullPath(path, contentRoot);
        Make(Path);
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "studygroup.db");

    public string Keys => Make(System.IO.Path.Combine(Path, "keys"));

    private static string Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
        return folder;
    }
}
