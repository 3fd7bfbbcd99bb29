using System.Text;
using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>The characters of a page, in the encoding that it names itself; refused when no text has so much mark-up, or nests it so deeply.</summary>
internal static class PageText
{
    private const int Head = 2_048;

    private static readonly Regex Charset = new(@"(charset|encoding)\s*=\s*[""']?\s*(?<name>[a-z0-9_:.-]{3,30})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // In XHTML an element without content may close itself; in HTML it would go on to the end of the page.
    private static readonly Regex SelfClosed = new(
        @"<(?<name>a|abbr|b|big|cite|code|dd|div|dl|dt|em|figure|font|h[1-6]|i|iframe|li|mark|nav|object|ol|p|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|textarea|th|title|tr|u|ul)(?<rest>(\s[^<>]*)?)/>",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static Result<string> Read(ReadOnlyMemory<byte> content, ImportLimits limits)
    {
        var looked = Look(content, limits);
        if (!looked.Succeeded)
            return looked.Error;
        var text = looked.Value;
        return text.Contains("/>", StringComparison.Ordinal) ? SelfClosed.Replace(text, "<${name}${rest}></${name}>") : text;
    }

    /// <summary>The page as it stands, unless it is refused.</summary>
    public static Result<string> Look(ReadOnlyMemory<byte> content, ImportLimits limits)
    {
        if (content.Length > limits.PageBytes)
            return ImportErrors.PageTooLarge;
        var decoded = Decode(content.Span);
        if (!decoded.Succeeded)
            return decoded.Error;
        var text = decoded.Value;
        if (MarkupShape.Of(text) is var shape && shape.Tags > limits.PageTags)
            return ImportErrors.PageTooLarge;
        if (shape.Depth > limits.PageDepth)
            return ImportErrors.PageTooDeep;
        return text;
    }

    private static Result<string> Decode(ReadOnlySpan<byte> bytes)
    {
        var isMarked = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isMarked && Charset.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)])) is { Success: true } match
            && Named(match.Groups["name"].Value) is { } encoding and not UTF8Encoding)
            return encoding.GetString(bytes);
        var decoded = SourceDecoder.Decode(bytes);
        return decoded.Succeeded ? decoded.Value.Text : decoded.Error;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            // Pages that say Latin-1 have always been read as Windows-1252.
            var asked = name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name;
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(asked) ?? Encoding.GetEncoding(asked);
            return encoding.CodePage is 1200 or 1201 or 12000 or 12001 or 65000 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
