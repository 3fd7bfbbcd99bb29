namespace StudyGroup.Load.Server;

/// <summary>The run's own files; gone when it ends.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("studygroup-load-");

    public string At(string name) => Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody was faster.
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine($"{folder.FullName} could not be removed: {exception.Message}");
        }
    }
}
