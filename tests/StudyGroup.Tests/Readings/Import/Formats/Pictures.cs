using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>The beginnings of pictures, which is all that an importer looks at.</summary>
internal static class Pictures
{
    public static byte[] Png(int width = 100, int height = 80, byte seed = 0)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', .. new byte[24], seed];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] Gif(short width = 100, short height = 80)
    {
        byte[] gif = [.. "GIF89a"u8, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt16LittleEndian(gif.AsSpan(6), width);
        BinaryPrimitives.WriteInt16LittleEndian(gif.AsSpan(8), height);
        return gif;
    }

    public static byte[] Jpeg(short width = 100, short height = 80)
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0];
        BinaryPrimitives.WriteInt16BigEndian(jpeg.AsSpan(13), height);
        BinaryPrimitives.WriteInt16BigEndian(jpeg.AsSpan(15), width);
        return jpeg;
    }

    public static byte[] WebP(int width = 100, int height = 80)
    {
        byte[] webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, .. new byte[16]];
        (webp[24], webp[25]) = ((byte)(width - 1), (byte)((width - 1) >> 8));
        (webp[27], webp[28]) = ((byte)(height - 1), (byte)((height - 1) >> 8));
        return webp;
    }

    public static string HashOf(byte[] picture) => Convert.ToHexStringLower(SHA256.HashData(picture));
}
