using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Lines such as <c>Author: …</c> near the beginning of a plain text, as libraries and archives print them.</summary>
internal static class HeaderFields
{
    private const int MostBlocks = 20;
    private const int LongestName = 30;

    public static (List<Piece> Text, Metadata Metadata) Take(List<Piece> pieces, Findings findings)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var rest = new List<Piece>(pieces.Count);
        for (var index = 0; index < pieces.Count; index++)
        {
            if (index >= MostBlocks || !pieces[index].IsOpen || NameIn(pieces[index].Text) is null)
            {
                rest.Add(pieces[index]);
                continue;
            }

            ReadBlock(pieces[index].Text, fields);
            findings.SetAside(pieces[index], "Header, kept as metadata");
        }

        return (rest, MetadataFields.Read(fields));
    }

    /// <summary>The fields among blocks that are set aside already.</summary>
    public static Metadata Read(List<Piece> pieces)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var piece in pieces.Where(piece => piece.IsOpen && NameIn(piece.Text) is not null))
            ReadBlock(piece.Text, fields);
        return MetadataFields.Read(fields);
    }

    private static void ReadBlock(string text, Dictionary<string, IReadOnlyList<string>> fields)
    {
        var (name, value) = ("", "");
        foreach (var line in text.Split('\n'))
        {
            if (NameIn(line) is { } next)
            {
                Add(fields, name, value);
                (name, value) = (next, line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            }
            else if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                // A title goes on under itself with its subtitle.
                Add(fields, name, value);
                (name, value) = ("subtitle", line.Trim());
            }
            else
            {
                value += " " + line.Trim();
            }
        }

        Add(fields, name, value);
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> fields, string name, string value)
    {
        if (name.Length > 0 && value.Length < 1_000)
            fields[name] = [.. fields.GetValueOrDefault(name, []), Inline.PlainWords.Of(value)];
    }

    private static string? NameIn(string line)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestName + 4)).IndexOf(':');
        var name = colon < 1 ? "" : line[..colon].Trim(' ', '*', '_');
        return MetadataFields.Known.Contains(name) ? name : null;
    }
}
