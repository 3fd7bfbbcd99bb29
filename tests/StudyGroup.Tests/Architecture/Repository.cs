namespace StudyGroup.Tests.Architecture;

/// <summary>The files that people write.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "fonts", "TestResults", "data", "Migrations"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Paths from the root, with slashes, of the files in <paramref name="folders"/> whose names end in one of <paramref name="endings"/>.</summary>
    public static IEnumerable<string> Files(string[] folders, params string[] endings) =>
        from folder in folders
        from file in Walk(new DirectoryInfo(Path.Combine(Root, folder)))
        where endings.Contains(file.Extension)
        select Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name) && child.LinkTarget is null).SelectMany(Walk));

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StudyGroup.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
