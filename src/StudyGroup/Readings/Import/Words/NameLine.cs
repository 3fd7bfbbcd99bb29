using System.Buffers;

namespace StudyGroup.Readings.Import.Words;

/// <summary>Whether a line could be the name of a person or of a body that writes.</summary>
internal static class NameLine
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("!?:;\"“”=/0123456789");

    private const int MostWords = 7;
    private const int LongestName = 80;

    private const string Particles = " de du des da das do dos del della di der den van von zu zum al el la le bin ibn ben y e und and of the for & ";

    public static bool IsName(ReadOnlySpan<char> line)
    {
        line = Marks.WithoutEmphasis(line);
        if (line.Length is < 4 or > LongestName || !char.IsUpper(line[0]) || line.IndexOfAny(NotInNames) >= 0)
            return false;

        var words = 0;
        foreach (var part in line.Split(' '))
        {
            var word = line[part].Trim(",()");
            if (word.IsEmpty)
                continue;
            if (++words > MostWords || (!char.IsUpper(word[0]) && !IsParticle(word)) || (word[^1] == '.' && word.Length > 5))
                return false;
        }

        return words >= 2 && !IsPhrase(line);
    }

    /// <summary>A person's name: two to four words, none of them a connecting one.</summary>
    public static bool IsPerson(ReadOnlySpan<char> line) =>
        IsName(line) && WordCount.AtMost(4, line) && !line.Contains(" of ", StringComparison.Ordinal) && !line.Contains(" and ", StringComparison.Ordinal) && !IsAcronymAlone(line);

    /// <summary>A name that a title page shouts, as it is written elsewhere.</summary>
    public static string Calm(string name)
    {
        var plain = Marks.WithoutEmphasis(name.Replace('\n', ' ')).TrimEnd(",;").ToString();
        if (plain.Any(char.IsLower))
            return plain;
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length < 3 && word.Contains('.') ? word : word[..1] + word[1..].ToLowerInvariant());
        return string.Join(' ', words);
    }

    // Titles and headings begin with such words, names do not.
    private static bool IsPhrase(ReadOnlySpan<char> line)
    {
        var first = line[..Math.Max(0, line.IndexOf(' '))];
        return WordLists.IsConnecting(first) || WordLists.Sections.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line)
            || first.Equals("Chapter", StringComparison.OrdinalIgnoreCase) || first.Equals("Part", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsParticle(ReadOnlySpan<char> word) =>
        word.Length <= 5 && Particles.Contains(string.Concat(" ", word, " "), StringComparison.Ordinal);

    private static bool IsAcronymAlone(ReadOnlySpan<char> line)
    {
        foreach (var part in line.Split(' '))
        {
            var word = line[part].Trim("().,");
            if (word.Length > 2 && word.IndexOfAnyExceptInRange('A', 'Z') < 0 && line.IndexOfAnyInRange('a', 'z') >= 0)
                return true;
        }

        return false;
    }
}
