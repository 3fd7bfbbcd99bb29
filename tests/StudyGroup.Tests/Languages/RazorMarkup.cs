using System.Text;

namespace StudyGroup.Tests.Languages;

/// <summary>A Razor file without its C#: what is left are tags, and the words that stand in the file itself.</summary>
internal sealed class RazorMarkup
{
    private static readonly string[] Directives =
        ["page", "using", "inject", "inherits", "implements", "layout", "attribute", "namespace", "typeparam", "preservewhitespace", "rendermode"];

    private static readonly string[] Statements = ["if", "foreach", "for", "while", "switch", "lock", "else"];

    private readonly string source;
    private readonly StringBuilder left = new();
    private int at;
    private bool inTag;
    private char quote;

    private RazorMarkup(string source) => this.source = source;

    public static string Of(string source) => new RazorMarkup(source).Strip();

    private char Here => at < source.Length ? source[at] : '\0';

    private char Next => at + 1 < source.Length ? source[at + 1] : '\0';

    private string Strip()
    {
        while (at < source.Length)
        {
            if (Here == '@' && (at == 0 || !char.IsLetterOrDigit(source[at - 1])))
                Razor();
            else if (!inTag && AtElse())
                Statement("else".Length);
            else
                Keep();
        }

        return left.ToString();
    }

    private void Keep()
    {
        if (quote != 0)
            quote = Here == quote ? '\0' : quote;
        else if (inTag && Here is '"' or '\'')
            quote = inTag ? Here : '\0';
        else if (Here == '<' && (char.IsLetter(Next) || Next == '/'))
            inTag = true;
        else if (Here == '>')
            inTag = false;
        left.Append(inTag || quote != 0 || Here is not ('{' or '}') ? Here : ' ');
        at++;
    }

    private void Razor()
    {
        at++;
        switch (Here)
        {
            case '*':
                at = source.IndexOf("*@", at, StringComparison.Ordinal) + 2;
                break;
            case '(' or '{':
                Balanced();
                break;
            case '@':
                at++;
                break;
            default:
                Name();
                break;
        }
    }

    private void Name()
    {
        // An event or a directive of an element is an attribute, whose value is C#.
        if (inTag && quote == 0)
        {
            left.Append("x-");
            return;
        }

        var start = at;
        while (char.IsLetterOrDigit(Here) || Here == '_' || (Here is '.' && char.IsLetter(Next)))
            at++;
        var name = source[start..at];
        if (name == "code")
            at = source.Length;
        else if (Directives.Contains(name))
            at = Math.Max(at, source.IndexOf('\n', at));
        else if (Statements.Contains(name))
            Statement(0);
        else
            Chain();
    }

    // What follows a name: Text["key"].Value, Find(x)?.Name
    private void Chain()
    {
        while (Here is '(' or '[' || (Here is '.' && char.IsLetter(Next)) || (Here is '?' && Next is '.' or '['))
        {
            if (Here is '(' or '[')
                Balanced();
            else
                at++;
            while (char.IsLetterOrDigit(Here))
                at++;
        }
    }

    private bool AtElse() =>
        source.AsSpan(at).StartsWith("else") && source[..at].TrimEnd().EndsWith('}') && !char.IsLetterOrDigit(source[Math.Min(at + 4, source.Length - 1)]);

    private void Statement(int length)
    {
        at += length;
        var rest = source.AsSpan(at).TrimStart();
        if (rest.StartsWith("if"))
            at = source.Length - rest.Length + 2;
        rest = source.AsSpan(at).TrimStart();
        if (rest.StartsWith("("))
        {
            at = source.Length - rest.Length;
            Balanced();
        }
    }

    private void Balanced()
    {
        var (open, close) = Here switch { '(' => ('(', ')'), '[' => ('[', ']'), _ => ('{', '}') };
        var depth = 0;
        do
        {
            if (Here == '"')
                at = Math.Max(at, source.IndexOf('"', at + 1));
            else if (Here == open)
                depth++;
            else if (Here == close)
                depth--;
            at++;
        }
        while (depth > 0 && at < source.Length);
    }
}
