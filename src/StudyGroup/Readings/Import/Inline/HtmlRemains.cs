using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Inline;

/// <summary>Tags and entities that an export left in a text: emphasis and raised numbers are kept, the rest is mark-up.</summary>
internal static class HtmlRemains
{
    private const int LongestTag = 300;

    private static readonly Regex Tag = new(@"^<(?<close>/?)(?<name>i|em|b|strong|u|br|p|div|span|sup|sub|a|font|small|center|cite|q)(\s[^<>]*)?/?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static Piece Read(Piece piece)
    {
        if (piece.Kind == BlockKind.Code || piece.Text.AsSpan().IndexOfAny('<', '&') < 0)
            return piece;
        var text = piece.Text.Contains('<') ? WithoutTags(piece.Text) : piece.Text;
        return piece with { Text = text.Contains('&') && text.Contains(';') ? WebUtility.HtmlDecode(text).Replace('\u00A0', ' ') : text };
    }

    private static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        var (isRaised, isCode) = (false, false);
        for (var index = 0; index < text.Length; index++)
        {
            var match = text[index] == '<' && !isCode && (index == 0 || text[index - 1] != '\\') && index + 1 < text.Length && (char.IsAsciiLetter(text[index + 1]) || text[index + 1] == '/') ? Tag.Match(text.Substring(index, Math.Min(LongestTag, text.Length - index))) : Match.Empty;
            isCode ^= text[index] == '`';
            if (match.Success)
            {
                var name = match.Groups["name"].Value.ToUpperInvariant();
                isRaised = name == "SUP" ? match.Groups["close"].Length == 0 : isRaised;
                kept.Append(name switch { "I" or "EM" or "CITE" => "*", "B" or "STRONG" => "**", "BR" => " ", _ => "" });
                index += match.Length - 1;
            }
            else
            {
                kept.Append(isRaised && char.IsAsciiDigit(text[index]) ? Marks.Superscripts[text[index] - '0'] : text[index]);
            }
        }

        return kept.ToString();
    }
}
