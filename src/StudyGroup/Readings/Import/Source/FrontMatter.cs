using StudyGroup.Readings.Import.Articles;

namespace StudyGroup.Readings.Import.Source;

/// <summary>The YAML head of a file, as far as texts use it: names, values, and lists of values.</summary>
internal sealed record FrontMatter(Metadata Metadata, int FirstLine)
{
    private const int MostLines = 200;

    public static FrontMatter Read(SourceText source)
    {
        var none = new FrontMatter(Metadata.None, 1);
        if (source.Line(1).Trim() != "---")
            return none;
        for (var end = 2; end <= Math.Min(source.LineCount, MostLines); end++)
        {
            if (source.Line(end).Trim() is not ("---" or "..."))
                continue;
            var fields = Fields(Enumerable.Range(2, end - 2).Select(source.Line));
            if (fields.Count == 0)
                return none;
            return new FrontMatter(MetadataFields.Read(fields), end + 1);
        }

        return none;
    }

    private static Dictionary<string, IReadOnlyList<string>> Fields(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        List<string>? last = null;
        foreach (var line in lines)
        {
            var text = line.Trim();
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (text.StartsWith("- ", StringComparison.Ordinal))
                last?.Add(Unquoted(text[2..]));
            else if (colon > 0 && !line.StartsWith(' '))
                fields[text[..colon].Trim()] = last = Values(text[(colon + 1)..].Trim());
        }

        return fields;
    }

    private static List<string> Values(string value)
    {
        if (value is "" or "|" or ">" or ">-" or "|-")
            return [];
        return value.StartsWith('[') && value.EndsWith(']')
            ? [.. value[1..^1].Split(',').Select(Unquoted)]
            : [Unquoted(value)];
    }

    private static string Unquoted(string value)
    {
        var text = value.Trim();
        return text.Length > 1 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal) : text;
    }
}
