namespace StudyGroup.Shared;

/// <summary>Text that both engines keep as it is: PostgreSQL takes no NUL, and half a surrogate pair has no form in UTF-8.</summary>
public static class StorableText
{
    public static bool IsStorable(this string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0' || char.IsLowSurrogate(text[index]))
                return false;
            if (char.IsHighSurrogate(text[index]) && (++index == text.Length || !char.IsLowSurrogate(text[index])))
                return false;
        }

        return true;
    }
}
