using System.Text;

namespace StudyGroup.Readings.Rendering;

/// <summary>The one way out of the renderers: every word goes through <see cref="Words"/>, which escapes it for the page and keeps the same word as plain text.</summary>
internal sealed class SafeOutput(bool dropDirectionOverrides = false)
{
    private const char Replacement = '\uFFFD';

    private readonly StringBuilder html = new();
    private readonly StringBuilder text = new();
    private int asides;

    public string Html => html.ToString();

    public string Text => text.ToString();

    public int HtmlLength => html.Length;

    /// <summary>Markup of our own; never anything that a person wrote.</summary>
    public void Markup(string markup) => html.Append(markup);

    public void Attribute(string name, string value)
    {
        html.Append(' ').Append(name).Append("=\"");
        foreach (var character in value)
            Escaped(character);
        html.Append('"');
    }

    public void Words(ReadOnlySpan<char> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var character = words[index];
            if (char.IsHighSurrogate(character) && index + 1 < words.Length && char.IsLowSurrogate(words[index + 1]))
            {
                Plain(character);
                Plain(words[++index]);
            }
            else if (!(dropDirectionOverrides && IsDirectionOverride(character)))
            {
                Plain(Storable(character));
            }
        }
    }

    /// <summary>Words that belong to the page but not to the text: they stand inside an element marked data-aside.</summary>
    public void BeginAside() => asides++;

    public void EndAside() => asides--;

    /// <summary>A line end that the browser shows and that counts as one character of the text.</summary>
    public void LineBreak()
    {
        Markup("<br>");
        Words("\n");
    }

    /// <summary>Characters that turn the order of what follows them around, beyond the word they stand in.</summary>
    public static bool IsDirectionOverride(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private void Plain(char character)
    {
        Escaped(character);
        if (asides == 0)
            text.Append(character);
    }

    private void Escaped(char character) => _ = character switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        _ => html.Append(character),
    };

    // What a browser would drop or change while it reads the page would move every offset behind it.
    private static char Storable(char character) => character switch
    {
        '\t' or '\n' => character,
        '\r' or '\f' or '\v' => ' ',
        < ' ' or '\u007F' or '\uFFFE' or '\uFFFF' => Replacement,
        _ when char.IsSurrogate(character) => Replacement,
        _ => character,
    };
}
