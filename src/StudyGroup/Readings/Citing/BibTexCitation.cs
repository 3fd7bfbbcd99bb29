using System.Globalization;
using System.Text;

namespace StudyGroup.Readings.Citing;

/// <summary>An entry for BibTeX and BibLaTeX: @article when the publication is known, @misc otherwise.</summary>
public static class BibTexCitation
{
    private const int WordsOfABody = 4;

    public static string Of(CitedWork work)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@{(work.IsArticle ? "article" : "misc")}{{{work.Key}");
        Field(entry, "author", work.Authors.Count == 0 ? null : string.Join(" and ", work.Authors.Select(NameOf)));
        Field(entry, "title", $"{{{Escaped(work.FullTitle)}}}");
        Field(entry, "translator", work.Translator is null ? null : NameOf(work.Translator));
        Field(entry, "journal", Escaped(work.Publication));
        Field(entry, "number", Escaped(work.IssueNumber));
        Field(entry, "date", work.Date);
        Field(entry, "year", work.Date is { Length: >= 4 } date ? date[..4] : null);
        Field(entry, "langid", work.Language);
        Field(entry, "note", work.Paragraph is { } paragraph ? $"\\P~{paragraph}" : null);
        Field(entry, "url", work.Link);
        return entry.Append("\n}\n").ToString();
    }

    private static void Field(StringBuilder entry, string name, string? value)
    {
        if (value is not null)
            entry.Append(CultureInfo.InvariantCulture, $",\n  {name} = {{{value}}}");
    }

    // A body would be taken for a person with many first names: braces keep it whole.
    private static string NameOf(string name) =>
        name.Contains('(', StringComparison.Ordinal) || name.Split(' ').Length >= WordsOfABody ? $"{{{Escaped(name)}}}" : Escaped(name) ?? "";

    private static string? Escaped(string? text)
    {
        if (text is null)
            return null;

        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
