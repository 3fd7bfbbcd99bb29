using System.Text;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>Letters that stand together; where their size changes, a word ends even within a word.</summary>
internal sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    private const double Gap = 0.1;
    private const double Small = 0.82;
    private const double Raised = 0.12;
    private const string Signs = "*†‡§";

    private double Height => Bottom - Top;

    /// <summary>Puts a line together: blanks where there is room for one, small raised numbers as raised numbers.</summary>
    public static PdfLine Line(List<PdfWord> words)
    {
        var ordinary = words.Where(word => !word.IsLabel).DefaultIfEmpty(words[0]).ToList();
        var size = ordinary.Max(word => word.Height);
        var bottom = ordinary.Where(word => word.Height > size * Small).DefaultIfEmpty(ordinary[0]).Max(word => word.Bottom);
        var text = new StringBuilder();
        string? first = null;
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var isMark = word.IsLabel && words.Count > 1 && word.Height < size * Small && word.Bottom < bottom - (size * Raised);
            var written = isMark ? MarkOf(word.Text) : word.Text;
            if (index == 0 && isMark)
                first = word.Text;
            if (index > 0 && word.Left - words[index - 1].Right > size * Gap && !isMark)
                text.Append(' ');
            text.Append(written);
        }

        return new PdfLine(text.ToString(), words.Min(word => word.Left), words.Min(word => word.Top), words.Max(word => word.Right), bottom, size) { Mark = first };
    }

    /// <summary>Whether it could be the number or sign of a note.</summary>
    public bool IsLabel => Text.Length <= 4 && (Text.All(char.IsAsciiDigit) || Text.All(sign => Signs.Contains(sign)));

    private static string MarkOf(string label) => char.IsAsciiDigit(label[0]) ? string.Concat(label.Select(digit => Marks.Superscripts[digit - '0'])) : $"[{label}]";
}
