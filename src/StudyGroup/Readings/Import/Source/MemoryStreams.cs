using System.Runtime.InteropServices;

namespace StudyGroup.Readings.Import.Source;

internal static class MemoryStreams
{
    /// <summary>Bytes in memory as a stream; they are copied only where they lie in something else than an array.</summary>
    public static MemoryStream AsStream(this ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var segment) && segment.Array is { } array
        ? new MemoryStream(array, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
