using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Parts stand over chapters, chapters over what has no such word.</summary>
internal static class HeadingRanks
{
    private static readonly Regex Section = new(
        @"^(?<word>part|book|volume|teil|buch|partie|livre|parte|libro|chapter|kapitel|chapitre|capítulo|section|abschnitt|letter|lecture|act|scene|canto)?( the)? ?(?<number>[ivxlc]{1,7}|[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|last)[.:]?( |$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] Upper = ["part", "book", "volume", "teil", "buch", "partie", "livre", "parte", "libro", "act"];

    /// <summary>2 for a part, 3 for a chapter, 0 for a line that names no section.</summary>
    public static int OfSection(string text)
    {
        var match = Section.Match(text);
        if (!match.Success || text.Length > 90)
            return 0;
        var word = match.Groups["word"];
        if (word.Success && char.IsUpper(text[0]))
            return Upper.Contains(word.Value, StringComparer.OrdinalIgnoreCase) ? 2 : 3;

        // A number alone: "IV." heads a section, "I am" does not.
        return match.Length >= text.Length && text.IndexOfAny(['.', ':']) is var stop && (stop < 0 || stop == text.Length - 1) && !match.Groups["number"].Value.Any(char.IsLower) ? 3 : 0;
    }

    public static List<Piece> Read(List<Piece> pieces)
    {
        var ranks = pieces.Select(piece => piece.Kind == BlockKind.Heading ? OfSection(piece.Text) : 0).ToList();
        return !ranks.Contains(2) || !ranks.Contains(3)
            ? pieces
            : [.. pieces.Select((piece, index) => ranks[index] == 3 ? piece with { Level = 3 } : piece)];
    }
}
