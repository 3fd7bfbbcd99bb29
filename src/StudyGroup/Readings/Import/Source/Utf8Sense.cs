using System.Buffers;
using System.Text;

namespace StudyGroup.Readings.Import.Source;

/// <summary>Whether bytes are UTF-8, counted piece by piece; a program that cut letters in half leaves a few places that are not.</summary>
internal sealed class Utf8Sense
{
    private const int HalfLength = 3;

    private readonly byte[] rest = new byte[8];
    private int held;
    private long letters;
    private long broken;

    /// <summary>Whether nobody would write these bytes who did not mean UTF-8: all of them are, or nearly all.</summary>
    public bool Is => broken == 0 || letters > broken * 4;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        // The last letter of the piece before may have lacked its end.
        while (held > 0 && !bytes.IsEmpty)
        {
            rest[held++] = bytes[0];
            bytes = bytes[1..];
            var left = Count(rest.AsSpan(0, held), isLast: false);
            rest.AsSpan(held - left, left).CopyTo(rest);
            held = left;
        }

        var end = bytes[^Count(bytes, isLast: false)..];
        end.CopyTo(rest.AsSpan(held));
        held += end.Length;
    }

    /// <summary>Counts what the file ends with.</summary>
    public void End()
    {
        Count(rest.AsSpan(0, held), isLast: true);
        held = 0;
    }

    /// <returns>How many bytes at the end may be the beginning of a letter.</returns>
    private int Count(ReadOnlySpan<byte> bytes, bool isLast)
    {
        for (var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F); next >= 0; next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F))
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (!isLast && (status == OperationStatus.NeedMoreData || (bytes[0] == 0xED && bytes.Length < HalfLength)))
                return bytes.Length;
            if (status == OperationStatus.Done)
                letters++;
            else if (IsHalf(bytes))
                consumed = HalfLength;
            else
                broken++;
            bytes = bytes[Math.Max(1, consumed)..];
        }

        return 0;
    }

    // One half of a pair of UTF-16, written down as if it were a letter.
    private static bool IsHalf(ReadOnlySpan<byte> bytes) => bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..];
}
