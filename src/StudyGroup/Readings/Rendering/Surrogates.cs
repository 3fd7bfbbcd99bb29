namespace StudyGroup.Readings.Rendering;

/// <summary>Half a character cannot be stored or sent: it would change on its way.</summary>
internal static class Surrogates
{
    public static bool ArePaired(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return false;
            index++;
        }

        return true;
    }
}
