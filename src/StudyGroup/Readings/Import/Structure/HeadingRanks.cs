using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Parts stand over chapters, chapters over what has no such word; a number and the name under it are one heading.</summary>
internal static class HeadingRanks
{
    private const int Highest = 2;

    private static readonly Regex Section = new(
        @"^(?<word>part|book|volume|teil|buch|partie|livre|parte|libro|chapter|kapitel|chapitre|capítulo|section|abschnitt|letter|lecture|act|scene|canto)?( the)? ?(?<number>[ivxlc]{1,7}|[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|last)[.:]?( |$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] Upper = ["part", "book", "volume", "teil", "buch", "partie", "livre", "parte", "libro", "act"];

    /// <summary>2 for a part, 3 for a chapter, 0 for a line that names no section.</summary>
    public static int OfSection(string text)
    {
        var match = text.Length > 90 ? Match.Empty : Section.Match(text);
        if (!match.Success)
            return 0;
        var word = match.Groups["word"];
        if (word.Success && char.IsUpper(text[0]))
            return Upper.Contains(word.Value, StringComparer.OrdinalIgnoreCase) ? 2 : 3;

        // A number alone: "IV." heads a section, "I am" does not.
        return match.Length >= text.Length && text.IndexOfAny(['.', ':']) is var stop && (stop < 0 || stop == text.Length - 1) && !match.Groups["number"].Value.Any(char.IsLower) ? 3 : 0;
    }

    /// <summary>"ACT I", "Scene 2. The same": the word and its number, and behind them a stop or nothing.</summary>
    public static bool IsNamedSection(string text)
    {
        var match = text.Length > 90 ? Match.Empty : Section.Match(text);
        return match.Success && match.Groups["word"].Success && char.IsUpper(text[0]) && (match.Length >= text.Length || match.Value.TrimEnd() is [.., '.' or ':']);
    }

    public static List<Piece> Read(List<Piece> pieces)
    {
        var named = Named(pieces);
        var ranks = named.Select(piece => piece.Kind == BlockKind.Heading ? OfSection(piece.Text) : 0).ToList();
        if (!ranks.Exists(rank => rank > 0))
            return named;

        // Chapters come first where no part stands over them.
        var step = ranks.Contains(2) ? 0 : 1;
        var under = Highest - 1;
        for (var index = 0; index < named.Count; index++)
        {
            if (named[index].Kind != BlockKind.Heading)
                continue;
            var isSection = ranks[index] > 0 || WordLists.Sections.Contains(named[index].Text.TrimEnd('.', ':'));
            if (isSection)
                under = ranks[index] > 0 ? ranks[index] - step : Highest;
            named[index] = named[index] with { Level = isSection ? under : under + 1 };
        }

        return named;
    }

    private static List<Piece> Named(List<Piece> pieces)
    {
        var named = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.Kind == BlockKind.Heading && named.Count > 0 && named[^1].Kind == BlockKind.Heading && IsNumberOnly(named[^1].Text) && OfSection(piece.Text) == 0)
                named[^1] = named[^1] with { Text = named[^1].Text + " " + piece.Text, LastLine = piece.LastLine };
            else
                named.Add(piece);
        }

        return named;
    }

    private static bool IsNumberOnly(string text) => text.Length < 40 && OfSection(text) > 0 && Section.Match(text).Length >= text.Length;
}
