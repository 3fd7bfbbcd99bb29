using StudyGroup.Discussion.Rendering;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("Is *this* [right](https://example.org)?\n\n> quoted `code`\n\n- one\n- two", "Is this right? quoted code one two")]
    [InlineData("a <b>raw</b> & &amp;", "a <b>raw</b> & &")]
    [InlineData("@Ana in ¶12", "@Ana in ¶12")]
    [InlineData("ends \u202Ehere", "ends here")]
    public void An_excerpt_is_the_words_on_one_line(string markdown, string expected)
    {
        Assert.Equal(expected, CommentRenderer.Excerpt(markdown, 100));
    }

    [Theory]
    [InlineData("He lives.\n\n::: fold The end\nHe *dies*.\n\n- and how\n:::\n\nOr not.", "He lives. [The end] Or not.")]
    [InlineData("::: fold\nHe dies.\n:::\nOr not.", "[…] Or not.")]
    [InlineData(":::: fold Outer\nx\n::: fold Inner\ny\n:::\n::::", "[Outer]")]
    [InlineData("> ::: fold Quoted\n> He dies.", "[Quoted]")]
    [InlineData("- ::: fold Listed\n  He dies.", "[Listed]")]
    [InlineData("::: fold Never closed\nHe dies.", "[Never closed]")]
    public void An_excerpt_says_what_a_fold_is_about_and_not_what_is_in_it(string markdown, string expected)
    {
        Assert.Equal(expected, CommentRenderer.Excerpt(markdown, 100));
    }

    [Theory]
    [InlineData("one two three four", 12, "one two…")]
    [InlineData("unbreakableword", 6, "unbre…")]
    [InlineData("ab 😀😀😀😀", 6, "ab 😀…")]
    public void An_excerpt_ends_between_words_and_never_inside_a_character(string markdown, int length, string expected)
    {
        var excerpt = CommentRenderer.Excerpt(markdown, length);

        Assert.Equal(expected, excerpt);
        Assert.True(excerpt.Length <= length);
    }

    [Fact]
    public void Even_a_text_that_cannot_be_a_comment_has_an_excerpt()
    {
        Assert.Equal(">>>>…", CommentRenderer.Excerpt(new string('>', 500), 5));
    }
}
