using System.Text;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Source;

/// <summary>What the bytes of a file tell of its letters, counted piece by piece, so that a file that is no text need not be held to be refused.</summary>
internal sealed class ByteSense
{
    // Western European prose has about one accented letter in twenty; far above that the bytes mean other letters.
    private const double MostForeignBytes = 0.25;

    // A stray control character survives in old exports; data have them everywhere.
    private const double MostControls = 0.001;

    private readonly Utf8Sense utf8 = new();
    private readonly byte[] mark = new byte[3];
    private long length;
    private long evenZeros;
    private long oddZeros;
    private long foreign;
    private long controls;
    private bool hasInk;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            var one = bytes[index];
            if (length + index < mark.Length)
                mark[length + index] = one;
            if (one == 0 && ((length + index) & 1) == 0)
                evenZeros++;
            else if (one == 0)
                oddZeros++;
            hasInk |= one is not (0 or 0x20 or (>= 0x09 and <= 0x0D));
            foreign += one >= 0x80 ? 1 : 0;
            controls += one is > 0 and < 0x20 and not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A) ? 1 : 0;
        }

        length += bytes.Length;
        utf8.Add(bytes);
    }

    /// <summary>In which encoding the file is, and how many bytes at its beginning only say so; or why it is no text.</summary>
    public Result<(Encoding Encoding, int Mark)> Encoding()
    {
        if (length == 0 || (!hasInk && evenZeros + oddZeros == 0))
            return ImportErrors.Empty;
        utf8.End();
        if (mark is [0xEF, 0xBB, 0xBF])
            return utf8.Is && evenZeros + oddZeros == 0 ? Checked(new UTF8Encoding(false), 3) : ImportErrors.Binary;
        if (mark is [0xFF, 0xFE, _])
            return (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: false), 2);
        if (mark is [0xFE, 0xFF, _])
            return (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: false), 2);
        if (evenZeros + oddZeros > 0)
            return Wide();
        if (utf8.Is)
            return Checked(new UTF8Encoding(false), 0);
        return foreign > length * MostForeignBytes || CodePagesEncodingProvider.Instance.GetEncoding(1252) is not { } western ? ImportErrors.UnknownEncoding : Checked(western, 0);
    }

    /// <summary>UTF-16 without a mark shows by its empty halves, which stand all on one side.</summary>
    private Result<(Encoding Encoding, int Mark)> Wide()
    {
        var enough = length / 2 * 0.6;
        var isLittle = oddZeros > enough && evenZeros == 0;
        var isBig = evenZeros > enough && oddZeros == 0;
        return length % 2 == 0 && (isLittle || isBig) ? (new UnicodeEncoding(isBig, false, false), 0) : ImportErrors.Binary;
    }

    private Result<(Encoding Encoding, int Mark)> Checked(Encoding encoding, int start) =>
        controls > 1 && controls > length * MostControls ? ImportErrors.Binary : (encoding, start);
}
