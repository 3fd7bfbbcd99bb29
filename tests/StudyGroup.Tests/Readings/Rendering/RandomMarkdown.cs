using System.Text;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>Text put together at random from the pieces that renderers trip over. The same seed gives the same text.</summary>
internal static class RandomMarkdown
{
    private static readonly string[] Pieces =
    [
        "word", " ", "  ", "\n", "\n\n", "  \n", "\\\n", "*", "**", "***", "_", "__", "~~", "`", "``", "```\n", "[", "]", "(", ")", "![", "](", "[^1]", "[^2]", "[^nope]", "[^",
        "<", ">", "<b>", "</p>", "<!--", "-->", "<script>", "&", "&amp;", "&#13;", "&#0;", "&#x202E;", "&#12;", "&nbsp;", "&lt;", "\\", "\\*", "\\$", "\\|", "|", "|-|", "$", "\"", "'",
        "https://example.org/a_b*c", "<https://example.org>", "javascript:alert(1)", "mailto:a@b.example", "www.example.org.", "<a@b.example>", "\r\n", "\r", "\t", "    ", "\f", "\v", "\0",
        "\u0001", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u200B", "\u2028", "\u202E", "\u2066", "\uFEFF", "\uFFFE", "\uD83D\uDE00", "\uD83D", "\uDE00", "שלום", "e\u0301", "1. ", "# ", "> ", "- ",
        "---\n", "@Ana", "¶1", "{onclick=x}", "[1]: https://example.org\n", "<pre>\n", "</textarea>", "]]>", "<![CDATA[",
    ];

    public static string Of(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var count = random.Next(1, 60); count > 0; count--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
