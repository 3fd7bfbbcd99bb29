using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Source;

/// <summary>A file as characters; <paramref name="Guessed"/> when nothing in the bytes said in which encoding.</summary>
internal sealed record DecodedSource(string Text, bool Guessed);

/// <summary>Bytes to characters: what the byte order mark says, else UTF-8, else Windows-1252, which holds ISO-8859-1. Halves of letters that have lost the other one become a mark.</summary>
internal static class SourceDecoder
{
    private const int Western = 1252;

    public static Result<DecodedSource> Decode(ReadOnlySpan<byte> bytes)
    {
        var sense = new ByteSense();
        sense.Add(bytes);
        var found = sense.Encoding();
        if (!found.Succeeded)
            return found.Error;

        var text = found.Value.Encoding.GetString(bytes[found.Value.Mark..]);
        if (text.Contains('\0'))
            return ImportErrors.Binary;
        return string.IsNullOrWhiteSpace(text) ? ImportErrors.Empty : new DecodedSource(text, found.Value.Encoding.CodePage == Western);
    }
}
