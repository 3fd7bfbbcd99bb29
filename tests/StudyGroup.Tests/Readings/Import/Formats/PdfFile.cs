using System.Globalization;
using System.Text;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>PDF files, put together from lines in a plain typeface.</summary>
internal sealed class PdfFile
{
    private const double Top = 780;
    private const double Left = 70;

    private readonly List<StringBuilder> pages = [];
    private double height;

    /// <summary>What stands in the trailer beside the usual, such as a lock.</summary>
    public string Trailer { get; init; } = "";

    public PdfFile NewPage()
    {
        pages.Add(new StringBuilder());
        height = Top;
        return this;
    }

    /// <summary>Lines one below the other; <c>^</c> raises the letter behind it.</summary>
    public PdfFile Lines(double size, params string[] lines)
    {
        foreach (var line in lines)
        {
            height -= size * 1.25;
            At(Left, height, size, line);
        }

        height -= size * 0.9;
        return this;
    }

    public PdfFile At(double left, double bottom, double size, string line)
    {
        var parts = line.Split('^');
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {left} {bottom} Td ({Escaped(parts[0])}) Tj ");
        foreach (var part in parts.Skip(1))
            pages[^1].Append(CultureInfo.InvariantCulture, $"/F1 {size * 0.6} Tf {size * 0.4} Ts ({part[0]}) Tj /F1 {size} Tf 0 Ts ({Escaped(part[1..])}) Tj ");
        pages[^1].Append("ET\n");
        return this;
    }

    public byte[] Write()
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>" };
        var kids = new List<string>();
        foreach (var page in pages)
        {
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}\nendstream");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count} 0 R >>");
            kids.Add($"{objects.Count} 0 R");
        }

        objects[1] = $"<< /Type /Pages /Kids [{string.Join(' ', kids)}] /Count {pages.Count} >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var index = 0; index < objects.Count; index++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n").AppendJoin("", offsets.Select(offset => $"{offset:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
