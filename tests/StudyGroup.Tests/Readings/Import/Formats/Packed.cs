using System.IO.Compression;
using System.Text;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>Archives, put together in memory.</summary>
internal static class Packed
{
    public static byte[] Of(params IEnumerable<(string Name, string Content)> files) => Of(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content))));

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
