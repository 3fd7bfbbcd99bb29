using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Boxes;

/// <summary>A short line about a printed thing: its pages, format, price, publisher, and where to order it.</summary>
internal static class Imprint
{
    private const int MostWords = 25;

    private static readonly Regex Pattern = new(
        @"\b[0-9]+ (pages|pp|seiten|páginas|pagine)\b|\bISBN\b|\bA[3456]\b.{0,3}(format|size)|\bpublished by\b|\border (your|the|a|now|copies|from|via|this|at)\b|\bsubscri(be|ption)\b|[$£€] ?[0-9]|[0-9] ?[$£€]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static bool Is(string text) => text.Length < 400 && WordCount.AtMost(MostWords, text) && Pattern.IsMatch(text);
}
