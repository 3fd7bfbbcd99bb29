using System.Buffers.Binary;

namespace StudyGroup.Readings.Import.Formats.Images;

/// <summary>What the first bytes of a picture prove: one of the types that every browser shows and that hold no script, and its size.</summary>
internal readonly record struct ImageKind(string MediaType, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageKind? Of(ReadOnlySpan<byte> bytes) =>
        (Png(bytes) ?? Gif(bytes) ?? Jpeg(bytes) ?? WebP(bytes)) is { Width: > 0, Height: > 0 } kind ? kind : null;

    private static ImageKind? Png(ReadOnlySpan<byte> bytes) => bytes.Length > 24 && bytes.StartsWith(PngMark)
        ? new ImageKind("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])) : null;

    private static ImageKind? Gif(ReadOnlySpan<byte> bytes) => bytes.Length > 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        ? new ImageKind("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])) : null;

    // The size stands in the first frame; the segments before it are stepped over.
    private static ImageKind? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, 0xFF, ..])
            return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new ImageKind("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static ImageKind? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
            return null;
        var form = bytes[12..16];
        var (width, height) = form.SequenceEqual("VP8X"u8) ? (1 + Three(bytes[24..]), 1 + Three(bytes[27..]))
            : form.SequenceEqual("VP8L"u8) ? Packed(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]))
            : (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        return new ImageKind("image/webp", width, height);
    }

    private static (int Width, int Height) Packed(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
