using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StudyGroup.Tests.Architecture;
using Xunit;

namespace StudyGroup.Tests.Languages;

/// <summary>Words that readers see stand in resource files, so that they exist in every language.</summary>
public sealed partial class HardCodedWordsTests
{
    private static readonly string[] Spoken = ["title", "aria-label", "aria-description", "placeholder", "alt", "label", "text", "confirm", "cancel", "data-label"];

    /// <summary>Names of keys are the letters on them. Nothing else says a word of its own.</summary>
    private const string Key = "kbd";

    [Fact]
    public void No_page_says_a_word_that_stands_in_its_own_file()
    {
        var words =
            from path in Repository.Files(["src"], ".razor")
            from word in WordsOf(Repository.Read(path))
            select $"{path}: {word}";

        Found.Nothing(words);
    }

    [Theory]
    [InlineData("<p>@Text[\"A\"] or nothing</p>", "or nothing")]
    [InlineData("@if (a) { <b>Yes</b> } else if (b) { @Text[$\"Role{role}\"] } else { <i>No</i> }", "Yes", "No")]
    [InlineData("<a href=\"/x/@Slug\" title=\"Open it\" @onclick=\"() => Open(1)\">@(isOpen ? Text[\"A\"] : \"b\")</a>", "Open it")]
    [InlineData("@page \"/x\"\n@inject Texts Text\n@* A remark. *@\n<EmptyState Title=\"Empty\" />\n@code { string s = \"Words\"; }", "Empty")]
    [InlineData("<kbd>j</kbd> @Text[\"Key\"], ¶ @number?.Value <code>a@b.example</code>", "a@b.example")]
    public void The_search_finds_words_between_and_in_tags_and_no_code(string razor, params string[] words) => Assert.Equal(words, WordsOf(razor));

    [Fact]
    public void No_script_says_a_sentence_of_its_own()
    {
        var sentences =
            from path in Repository.Files(["wwwroot", "src"], ".js")
            from line in Repository.Read(path).Split('\n')
            where !line.Contains("console.", StringComparison.Ordinal) && !line.Contains("new Error(", StringComparison.Ordinal) && !Remark().IsMatch(line) && ScriptSentence().IsMatch(line)
            select $"{path}: {line.Trim()}";

        Found.Nothing(sentences);
    }

    private static IEnumerable<string> WordsOf(string razor)
    {
        var document = new HtmlParser().ParseDocument($"<body>{RazorMarkup.Of(razor)}");
        var texts = document.Descendants<IText>().Where(text => text.ParentElement?.LocalName != Key).Select(text => text.Text);
        var attributes = document.All.SelectMany(element => element.Attributes).Where(attribute => Spoken.Contains(attribute.Name)).Select(attribute => attribute.Value);
        return texts.Concat(attributes).Select(words => words.Trim()).Where(words => words.Any(char.IsLetter));
    }

    [GeneratedRegex(@"^\s*(//|/?\*)", RegexOptions.NonBacktracking)]
    private static partial Regex Remark();

    // A capital, and a blank with a word behind it, inside quotation marks.
    [GeneratedRegex("['\"`][^'\"`]*[A-Z][a-z]+ [a-z]", RegexOptions.NonBacktracking)]
    private static partial Regex ScriptSentence();
}
