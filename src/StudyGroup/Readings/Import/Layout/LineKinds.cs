namespace StudyGroup.Readings.Import.Layout;

/// <summary>What single lines are by their mark-up.</summary>
internal static class LineKinds
{
    public const string Bullets = "-*+•·‣◦▪●";

    public static int IndentOf(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;

    /// <summary><c>* * *</c>, <c>---</c> and the like.</summary>
    public static bool IsSeparator(ReadOnlySpan<char> line)
    {
        var marks = 0;
        var mark = line.TrimStart(' ') is [var first, ..] ? first : ' ';
        if (!"*-_=~•·#⁂❦+".Contains(mark))
            return false;
        foreach (var character in line)
        {
            if (character != ' ' && character != mark)
                return false;
            marks += character == mark ? 1 : 0;
        }

        return marks >= 3 || mark is '⁂' or '❦';
    }

    /// <summary>The level a row of = or - gives to the line above it, or 0.</summary>
    public static int Underline(ReadOnlySpan<char> line, int lengthAbove)
    {
        var text = line.Trim(' ');
        if (text.Length < 3 || text[0] is not ('=' or '-') || text.IndexOfAnyExcept(text[0]) >= 0)
            return 0;
        return text.Length * 3 >= lengthAbove && lengthAbove > 0 ? text[0] == '=' ? 1 : 2 : 0;
    }

    /// <summary>The level of a <c>## heading</c>, or 0.</summary>
    public static int Heading(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        var level = text.IndexOfAnyExcept('#');
        return line.Length - text.Length <= 3 && level is >= 1 and <= 6 && text[level] == ' ' ? level : 0;
    }

    /// <summary>The length of a bullet with its blanks, or 0.</summary>
    public static int Bullet(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (text.Length < 3 || !Bullets.Contains(text[0]) || text[1] != ' ')
            return 0;

        // "- 12 -" is printed under a page.
        if (text.Length > 4 && text[^1] == text[0] && text[^2] == ' ')
            return 0;
        return line.Length - text[1..].TrimStart(' ').Length;
    }

    /// <summary>The fence a block of code opens with, or an empty text.</summary>
    public static ReadOnlySpan<char> Fence(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (text.Length < 3 || text[0] is not ('`' or '~'))
            return default;
        var length = text.IndexOfAnyExcept(text[0]);
        return length < 0 ? text : length >= 3 && !text[length..].Contains('`') ? text[..length] : default;
    }
}
