using System.Text;
using System.Text.Unicode;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Source;

/// <summary>A file as characters; <paramref name="Guessed"/> when nothing in the bytes said in which encoding.</summary>
internal sealed record DecodedSource(string Text, bool Guessed);

/// <summary>Bytes to characters: what the byte order mark says, else UTF-8, else Windows-1252, which holds ISO-8859-1.</summary>
internal static class SourceDecoder
{
    // Western European prose has about one accented letter in twenty; far above that the bytes mean other letters.
    private const double MostForeignBytes = 0.25;

    // A stray control character survives in old exports; data have them everywhere.
    private const double MostControls = 0.001;

    public static Result<DecodedSource> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return ImportErrors.Empty;

        var (encoding, start) = EncodingOf(bytes);
        if (encoding is null)
            return ImportErrors.UnknownEncoding;

        string text;
        try
        {
            text = encoding.GetString(bytes[start..]);
        }
        catch (DecoderFallbackException)
        {
            return ImportErrors.Binary;
        }

        if (IsBinary(text))
            return ImportErrors.Binary;
        return string.IsNullOrWhiteSpace(text) ? ImportErrors.Empty : new DecodedSource(text, encoding.CodePage == 1252);
    }

    private static (Encoding? Encoding, int Start) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, throwOnInvalidBytes: true), 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        _ => (WithoutMark(bytes), 0),
    };

    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return Wide(bytes);
        if (Utf8.IsValid(bytes))
            return new UTF8Encoding(false);

        var foreign = 0;
        foreach (var one in bytes)
            foreign += one >= 0x80 ? 1 : 0;
        return foreign > bytes.Length * MostForeignBytes ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252);
    }

    /// <summary>UTF-16 without a mark shows by its empty halves, which stand all on one side.</summary>
    private static Encoding Wide(ReadOnlySpan<byte> bytes)
    {
        Span<int> empty = [0, 0];
        for (var index = 0; index < bytes.Length; index++)
            empty[index & 1] += bytes[index] == 0 ? 1 : 0;

        var enough = bytes.Length / 2 * 0.6;
        var isLittle = empty[1] > enough && empty[0] == 0;
        var isBig = empty[0] > enough && empty[1] == 0;
        return bytes.Length % 2 == 0 && (isLittle || isBig) ? new UnicodeEncoding(isBig, false, true) : new UTF8Encoding(false);
    }

    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            if (character == '\0')
                return true;
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A'))
                controls++;
        }

        return controls > 1 && controls > text.Length * MostControls;
    }
}
