namespace StudyGroup.Readings.Import.Words;

/// <summary>The printed name that an address was made of: its letters, or its initials.</summary>
internal static class HostName
{
    private const string Links = " of the and for de la du des der die das und y e & ";

    /// <param name="text">A short text that may hold the name.</param>
    /// <param name="host">Such as <c>example.org</c>.</param>
    public static string? In(string text, string host)
    {
        if (host.Split('.') is not [.., var label, _] || label.Length < 3)
            return null;
        label = label.Replace("-", "", StringComparison.Ordinal);
        var words = text.Split([' ', '\n', '*', '_', '[', ']', '(', ')', '<', '>', ':', ',', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < words.Length; start++)
        {
            if (!char.IsUpper(words[start][0]))
                continue;
            for (var end = start + 1; end <= words.Length && (char.IsUpper(words[end - 1][0]) || IsLink(words[end - 1])); end++)
            {
                if (char.IsUpper(words[end - 1][0]) && IsMadeOf(words[start..end], label))
                    return string.Join(' ', words[Extended(words, start)..end]);
            }
        }

        return null;
    }

    private static bool IsMadeOf(string[] name, string label)
    {
        var letters = string.Concat(name.SelectMany(word => word.Where(char.IsLetterOrDigit)));
        var initials = string.Concat(name.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
        return letters.Equals(label, StringComparison.OrdinalIgnoreCase) || (initials.Length > 2 && initials.Equals(label, StringComparison.OrdinalIgnoreCase));
    }

    // The article that an address leaves out belongs to the name.
    private static int Extended(string[] words, int start) => start > 0 && words[start - 1] is "The" or "Die" or "Der" or "Le" or "La" or "El" ? start - 1 : start;

    private static bool IsLink(string word) => Links.Contains($" {word} ", StringComparison.Ordinal);
}
