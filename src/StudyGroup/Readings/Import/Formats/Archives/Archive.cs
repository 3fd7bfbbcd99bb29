using System.IO.Compression;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Archives;

/// <summary>An archive whose entries were found harmless: not too many, not too large, none with a path that leads elsewhere. Names are only ever compared, never used as paths.</summary>
internal sealed class Archive : IDisposable
{
    private const int UnixMode = 16;
    private const int FileTypes = 0xF000;
    private const int SymbolicLink = 0xA000;
    private const int BufferLength = 81_920;
    private const long LargeEnough = 4 * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries;

    private Archive(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries)
    {
        this.zip = zip;
        this.entries = entries;
    }

    /// <summary>The files, in the order of the archive.</summary>
    public IEnumerable<string> Names => entries.Keys;

    public static Result<Archive> Open(Stream stream, ImportLimits limits)
    {
        if (ArchiveDirectory.Count(stream, limits.ArchiveEntries) is not { } count)
            return ImportErrors.BrokenArchive;
        if (count > limits.ArchiveEntries)
            return ImportErrors.TooManyEntries(limits.ArchiveEntries);

        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (Refusal(zip, limits) is { } refusal)
            {
                zip.Dispose();
                return refusal;
            }

            return new Archive(zip, zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).DistinctBy(entry => NameOf(entry), StringComparer.Ordinal).ToDictionary(NameOf, StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or IOException)
        {
            zip?.Dispose();
            return ImportErrors.BrokenArchive;
        }
    }

    public bool Holds(string name) => entries.ContainsKey(name);

    /// <summary>The bytes of an entry; null when there is none of this name, when it is larger than allowed or than it says, or when it is broken.</summary>
    public byte[]? Read(string name, int mostBytes)
    {
        if (!entries.TryGetValue(name, out var entry) || entry.Length > mostBytes)
            return null;
        try
        {
            using var unpacked = entry.Open();
            var bytes = new byte[entry.Length];
            unpacked.ReadExactly(bytes);
            return unpacked.ReadByte() < 0 ? bytes : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    /// <summary>An entry as a file of its own, in memory when it is small and on the disk until it is closed when it is large; null when it is broken or not what the archive says of it.</summary>
    public Stream? Unpack(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        Stream copy = entry.Length <= LargeEnough
            ? new MemoryStream((int)entry.Length)
            : new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferLength, FileOptions.DeleteOnClose);
        try
        {
            using var unpacked = entry.Open();
            var buffer = new byte[BufferLength];
            var sum = new Crc32();
            for (var read = unpacked.Read(buffer); read > 0 && copy.Length <= entry.Length; read = unpacked.Read(buffer))
            {
                copy.Write(buffer, 0, read);
                sum.Add(buffer.AsSpan(0, read));
            }

            if (copy.Length == entry.Length && sum.Value == entry.Crc32)
                return copy;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or IOException)
        {
            // Said below: the entry is broken.
        }

        copy.Dispose();
        return null;
    }

    /// <summary>The bytes of an entry as they are unpacked, for who need not hold them all.</summary>
    public Stream? Open(string name) => entries.TryGetValue(name, out var entry) ? entry.Open() : null;

    public long LengthOf(string name) => entries.TryGetValue(name, out var entry) ? entry.Length : 0;

    public void Dispose() => zip.Dispose();

    private static Error? Refusal(ZipArchive zip, ImportLimits limits)
    {
        var (unpacked, packed) = (0L, 0L);
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
                return ImportErrors.Encrypted;
            if (((entry.ExternalAttributes >>> UnixMode) & FileTypes) == SymbolicLink)
                return ImportErrors.LinkInArchive;
            if (!ArchivePath.IsHarmless(entry.FullName))
                return ImportErrors.PathInArchive;
            unpacked += entry.Length;
            packed += entry.CompressedLength;
        }

        return unpacked > limits.ArchiveBytes || (unpacked > LargeEnough && unpacked / limits.ArchiveRatio > packed) ? ImportErrors.ArchiveTooLarge : null;
    }

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');
}
