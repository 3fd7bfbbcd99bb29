using System.Text;

namespace StudyGroup.Readings.Import.Words;

/// <summary>Misread spellings of the publisher's acronym, which its web address spells right.</summary>
internal sealed class Acronyms
{
    private const int ShortestAcronym = 3;
    private const int LongestAcronym = 8;

    private readonly string acronym;

    private Acronyms(string acronym) => this.acronym = acronym;

    /// <summary>The acronym as it should be written.</summary>
    public string Spelling => acronym;

    /// <summary>The acronym that a host is named after, if the text uses it; otherwise null.</summary>
    public static Acronyms? Of(string? host, IEnumerable<string> texts)
    {
        var label = host?.Split('.') is [.., var name, _] ? name : null;
        if (label is null || label.Length is < ShortestAcronym or > LongestAcronym || !label.All(char.IsAsciiLetterLower))
            return null;
        var acronym = new Acronyms(label.ToUpperInvariant());
        return texts.Any(text => acronym.FirstIn(text)) ? acronym : null;
    }

    public string Repair(string text, int line, Findings findings)
    {
        StringBuilder? repaired = null;
        var copied = 0;
        foreach (var (start, end) in Tokens(text))
        {
            var token = text.AsSpan(start, end - start);
            if (!IsVariant(token) || token.SequenceEqual(acronym) || !findings.Allows(RepairRules.Acronym, Sureness.ForReview, line, token, acronym))
                continue;
            repaired ??= new StringBuilder(text.Length);
            repaired.Append(text, copied, start - copied).Append(acronym);
            copied = end;
        }

        return repaired is null ? text : repaired.Append(text, copied, text.Length - copied).ToString();
    }

    private bool FirstIn(string text)
    {
        foreach (var (start, end) in Tokens(text))
        {
            if (IsVariant(text.AsSpan(start, end - start)))
                return true;
        }

        return false;
    }

    // Capitals, at most one of them lost, and letters at most doubled.
    private bool IsVariant(ReadOnlySpan<char> token)
    {
        var capitals = 0;
        foreach (var letter in token)
            capitals += char.IsAsciiLetterUpper(letter) ? 1 : 0;
        if (capitals < 2 || capitals < token.Length - 1 || token.Length > acronym.Length + 1)
            return false;

        var place = 0;
        for (var index = 0; index < token.Length; index++)
        {
            var letter = char.ToUpperInvariant(token[index]);
            if (place < acronym.Length && letter == acronym[place])
                place++;
            else if (place == 0 || letter != acronym[place - 1])
                return false;
        }

        return place == acronym.Length;
    }

    private static IEnumerable<(int Start, int End)> Tokens(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[index]))
            {
                index++;
                continue;
            }

            var end = index;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end - index is >= ShortestAcronym and <= LongestAcronym + 1)
                yield return (index, end);
            index = end;
        }
    }
}
