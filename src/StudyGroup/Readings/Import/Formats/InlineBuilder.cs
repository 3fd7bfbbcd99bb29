using System.Text;
using StudyGroup.Readings.Import.Inline;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>Writes inline Markdown for words and marks that a format keeps apart: what the author typed stays as it is, whatever Markdown would make of it.</summary>
internal sealed class InlineBuilder
{
    private readonly StringBuilder markdown = new();
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    // How many the author typed.
    private int stars;

    public bool EndsInBlank => markdown.Length == 0 || markdown[^1] is ' ' or '\n';

    public void Words(ReadOnlySpan<char> words)
    {
        stars += words.Count('*');
        MarkdownWords.Append(markdown, words);
    }

    public void Blank()
    {
        if (!EndsInBlank)
            markdown.Append(' ');
    }

    /// <summary>A line end that is shown.</summary>
    public void Break()
    {
        while (markdown.Length > 0 && markdown[^1] == ' ')
            markdown.Length--;
        if (markdown.Length > 0)
            markdown.Append("  \n");
    }

    public void Note(string label)
    {
        while (markdown.Length > 0 && markdown[^1] == ' ')
            markdown.Length--;
        markdown.Append("[^").Append(label).Append(']');
    }

    public void Code(string words)
    {
        if (words.Contains("``", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(words))
        {
            Words(words);
            return;
        }

        var ticks = words.Contains('`') ? "``" : "`";
        stars += words.AsSpan().Count('*');
        markdown.Append(ticks).Append(words.StartsWith('`') || words.EndsWith('`') ? $" {words} " : words).Append(ticks);
    }

    /// <summary>Emphasis around what <paramref name="content"/> writes; blanks at its ends stand outside.</summary>
    public void Emphasised(string mark, Action content)
    {
        if (!open.Add(mark))
        {
            content();
            return;
        }

        var start = markdown.Length;
        content();
        open.Remove(mark);
        var inner = markdown.ToString(start, markdown.Length - start);
        var words = inner.Trim(' ', '\n');
        if (words.Length == 0 || words.Contains('\n'))
            return;
        markdown.Length = start;
        markdown.Append(inner, 0, inner.Length - inner.TrimStart(' ', '\n').Length);

        // Two halves of one emphasis.
        if (markdown.Length > mark.Length && EndsWith(mark) && !words.StartsWith('*'))
            markdown.Length -= mark.Length;
        else
            markdown.Append(mark);
        markdown.Append(words).Append(mark).Append(inner, inner.TrimEnd(' ', '\n').Length, inner.Length - inner.TrimEnd(' ', '\n').Length);
    }

    public void Link(string address, Action content)
    {
        var start = markdown.Length;
        content();
        var words = markdown.ToString(start, markdown.Length - start);
        var shown = words.Trim(' ', '\n');
        if (shown.Length == 0 || shown.Contains("](", StringComparison.Ordinal) || shown.Contains('<') || shown.Contains("[^", StringComparison.Ordinal))
            return;
        markdown.Length = start;
        if (markdown.Length > 0 && markdown[^1] == '!')
            markdown.Insert(markdown.Length - 1, '\\');
        markdown.Append(words.StartsWith(' ') ? " " : "").Append('[').Append(Balanced(shown)).Append("](").Append(address).Append(')').Append(words.EndsWith(' ') ? " " : "");
    }

    /// <summary>An address that is its own words.</summary>
    public void Address(string address) => markdown.Append('<').Append(address).Append('>');

    public override string ToString()
    {
        var text = markdown.ToString().Trim(' ', '\n');
        if (Shown(text) == stars)
            return text;

        // Beside some letters and stops Markdown reads no emphasis: then a mark without a partner goes, and if that is not enough, all of them.
        var partnered = Without(text, mark => !mark.IsMatched);
        return Shown(partnered) == stars ? partnered : Without(text, _ => true);
    }

    private static int Shown(string text) => text.Contains('*') ? BlockText.PlainOf(BlockKind.Paragraph, text).AsSpan().Count('*') : 0;

    private static string Without(string text, Func<EmphasisMark, bool> isGone)
    {
        var kept = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var mark in EmphasisMarks.In(text, index => Skip(text, index)).Where(mark => text[mark.Start] == '*' && isGone(mark)))
        {
            kept.Append(text, copied, mark.Start - copied);
            copied = mark.Start + mark.Length;
        }

        return kept.Append(text, copied, text.Length - copied).ToString();
    }

    private static int Skip(string text, int index)
    {
        if (text[index] == '\\')
            return Math.Min(text.Length, index + 2);
        var code = text[index] == '`' ? text.IndexOf('`', index + 1) : -1;
        return code > 0 ? code + 1 : Addresses.EndOfMarked(text, index);
    }

    // A bracket that nobody closes would end the link's words elsewhere.
    private static string Balanced(string words) =>
        words.AsSpan().Count('[') == words.AsSpan().Count(']') ? words : words.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private bool EndsWith(string mark)
    {
        for (var index = 0; index < mark.Length; index++)
        {
            if (markdown[^(index + 1)] != mark[0])
                return false;
        }

        return (markdown.Length == mark.Length || markdown[^(mark.Length + 1)] != mark[0]) && markdown[^1] == '*' && (markdown.Length < mark.Length + 2 || markdown[^(mark.Length + 1)] != '\\');
    }
}
