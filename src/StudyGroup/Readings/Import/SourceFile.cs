using StudyGroup.Readings.Import.Formats;
using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import;

/// <summary>One file to be imported.</summary>
/// <param name="Name">Its name; within an archive, the archive's name and its own.</param>
/// <param name="Content">Its bytes, or the reason why they are not even read.</param>
/// <param name="Count">How many files came together.</param>
public sealed record SourceFile(string Name, Result<byte[]> Content, int Count)
{
    private static readonly string[] NotMeant = ["__MACOSX/", ".", "Thumbs.db", "desktop.ini"];

    /// <summary>The file itself, or each file of an archive of files; read one after the other, so that only one of them is held at a time.</summary>
    /// <param name="name">The name it is known by.</param>
    /// <param name="stream">A stream that can be read again; the caller closes it.</param>
    /// <param name="limits">What is refused because of its size.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public static IEnumerable<SourceFile> In(string name, Stream stream, ImportLimits limits, CancellationToken cancellationToken)
    {
        var looked = SourceProbe.Look(name, stream, limits, cancellationToken);
        if (!looked.Succeeded)
            return [new SourceFile(name, looked.Error, 1)];
        return looked.Value == FileKind.Archive ? Unpacked(name, stream, limits, cancellationToken) : [new SourceFile(name, Bytes(stream), 1)];
    }

    private static IEnumerable<SourceFile> Unpacked(string name, Stream stream, ImportLimits limits, CancellationToken cancellationToken)
    {
        var opened = Archive.Open(stream, limits);
        if (!opened.Succeeded)
        {
            yield return new SourceFile(name, opened.Error, 1);
            yield break;
        }

        using var archive = opened.Value;
        var entries = archive.Names.Where(IsMeant).Order(StringComparer.Ordinal).ToList();
        if (entries.Count == 0)
            yield return new SourceFile(name, ImportErrors.Empty, 1);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SourceFile($"{name}/{entry}", Entry(archive, entry, limits, cancellationToken), entries.Count);
        }
    }

    private static Result<byte[]> Entry(Archive archive, string entry, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (archive.LengthOf(entry) > limits.FileBytes)
            return ImportErrors.TooLarge(limits.FileBytes);
        using var stream = archive.Unpack(entry);
        if (stream is null)
            return ImportErrors.BrokenArchive;
        var looked = SourceProbe.Look(entry, stream, limits, cancellationToken);
        return !looked.Succeeded ? looked.Error : looked.Value == FileKind.Archive ? ImportErrors.ArchiveOfFiles : Bytes(stream);
    }

    private static byte[] Bytes(Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool IsMeant(string entry) => !Array.Exists(NotMeant, start => entry.StartsWith(start, StringComparison.Ordinal) || entry.Split('/')[^1].StartsWith(start, StringComparison.Ordinal));
}
