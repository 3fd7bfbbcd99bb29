using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>What a short line says about who wrote a text and when.</summary>
/// <param name="Authors">Persons, or the body that speaks; empty for a date alone.</param>
/// <param name="Date">ISO 8601.</param>
/// <param name="IsSpelled">Whether words such as "By" or "Statement of" say that it is a byline.</param>
internal sealed record Byline(IReadOnlyList<string> Authors, string? Date, bool IsSpelled)
{
    private const int MostWords = 40;
    private const int MostNameWords = 6;

    private static readonly Regex Person = new(@"^(written |texte? |text )?(by|von|par|por|de la plume de|author|autor|auteur)[: ]\s*(?<who>\p{Lu}.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex PersonWithoutCase = new(@"^(بقلم|تأليف|الكاتب|به قلم|نوشته|نویسنده|מאת|作者|文)[ ::]\s*(?<who>\p{Lo}.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex Body = new(
        @"^(an? |the |joint |open |press |public |political |special )*(statement|theses|thesis|declaration|resolution|manifesto|appeal|letter|report|speech|message|call|proclamation|communiqué|communique|editorial|address|article|document|programme|program|platform)( \p{L}+){0,3} (of|by|from) (the )?(?<who>\p{L}.*)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public bool IsFull => Date is { Length: 10 };

    /// <summary>The byline a block is, or null when it reads like anything else.</summary>
    public static Byline? Of(string block)
    {
        var text = Marks.WithoutEmphasis(block).ToString();
        if (text.Length > 400 || !WordCount.AtMost(MostWords, text) || Enumerator.At(text) is not null)
            return null;

        var date = EndingDate.Of(text);
        var rest = (date is null ? text : text[..date.Start]).TrimEnd(' ', ',', '\n', '(', '–', '-', '.', '|', '*', '_');
        rest = rest.EndsWith(" on", StringComparison.Ordinal) ? rest[..^3] : rest;
        if (rest.Length == 0)
            return date is null ? null : new Byline([], date.Iso, IsSpelled: false);

        rest = rest.Replace('\n', ' ');
        if (Body.Match(rest) is { Success: true } body && date is not null)
            return new Byline([FirstPart(body.Groups["who"].Value)], date.Iso, IsSpelled: true);
        if (Person.Match(rest) is { Success: true } person && NamesIn(person.Groups["who"].Value) is { Count: > 0 } persons && char.IsUpper(person.Groups["who"].Value[0]))
            return new Byline(persons, date?.Iso, IsSpelled: true);
        if (PersonWithoutCase.Match(rest) is { Success: true } writer && WordCount.AtMost(MostNameWords, writer.Groups["who"].Value) && NamesIn(writer.Groups["who"].Value) is { Count: > 0 } writers)
            return new Byline(writers, date?.Iso, IsSpelled: true);
        return NameLine.IsName(FirstPart(rest)) ? new Byline(NamesIn(rest), date?.Iso, IsSpelled: false) : null;
    }

    private static List<string> NamesIn(string who)
    {
        var parts = who.Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var all = parts.SelectMany(Several).ToList();
        var isList = parts.Length > 1 && Several(parts[^1]).Count > 1 && all.TrueForAll(name => NameLine.IsPerson(name));
        var names = isList ? all : Several(parts[0]);
        return names.TrueForAll(name => name.Length is > 1 and <= 120) ? names : [];
    }

    // "A B and C D" are two people; "Society of Friends and Neighbours" is one body.
    private static List<string> Several(string part)
    {
        var names = part.Split([" and ", " & ", " und ", " et "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 1 && names.All(name => NameLine.IsPerson(name)) ? [.. names] : [part.Trim().TrimEnd('.')];
    }

    private static string FirstPart(string rest)
    {
        var comma = rest.IndexOf(',', StringComparison.Ordinal);
        return (comma < 0 ? rest : rest[..comma]).Trim();
    }
}
