using System.Buffers.Binary;

namespace StudyGroup.Readings.Import.Formats.Archives;

/// <summary>The directory at the end of an archive, counted without unpacking or believing anything: a library would make an object of each entry.</summary>
internal static class ArchiveDirectory
{
    private const int EndRecord = 22;
    private const int LongestComment = 65_535;
    private const int HeaderLength = 46;

    private static ReadOnlySpan<byte> EndMark => "PK\x5\x6"u8;

    private static ReadOnlySpan<byte> EntryMark => "PK\x1\x2"u8;

    /// <returns>The number of entries, counted to <paramref name="most"/> + 1; null when this is no archive.</returns>
    public static int? Count(Stream stream, int most)
    {
        var tail = new byte[Math.Min(stream.Length, EndRecord + LongestComment)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf(EndMark);
        if (end < 0 || end + EndRecord > tail.Length)
            return null;

        // Larger archives keep the real figures elsewhere; none that is read here is so large.
        var declared = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (declared == ushort.MaxValue || start >= stream.Length)
            return most + 1;
        return CountFrom(stream, start, most);
    }

    private static int? CountFrom(Stream stream, long start, int most)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        stream.Position = start;
        var count = 0;
        while (count <= most && stream.Position + HeaderLength <= stream.Length)
        {
            stream.ReadExactly(header);
            if (!header.StartsWith(EntryMark))
                break;
            count++;
            stream.Position += BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        return count == 0 ? null : count;
    }
}
