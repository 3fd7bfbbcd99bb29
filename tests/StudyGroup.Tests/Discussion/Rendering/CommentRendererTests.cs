using StudyGroup.Discussion.Rendering;
using StudyGroup.Shared;
using StudyGroup.Tests.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

public sealed class CommentRendererTests
{
    [Theory]
    [MemberData(nameof(SpecCases.Of), "Discussion/Rendering/Cases/comments.md", MemberType = typeof(SpecCases))]
    public void The_file_of_cases_says_what_comes_out(SpecCase spec)
    {
        var rendered = CommentRenderer.Render(spec.Input, People.All, People.Passages, People.Notebook);

        Assert.True(rendered.Succeeded, rendered.Error?.Message);
        Assert.Equal(spec.Part("html"), rendered.Value.Html);
        Assert.Equal(CommentRenderer.Version, rendered.Value.RendererVersion);
    }

    [Fact]
    public void A_comment_of_ten_thousand_characters_is_taken_and_one_more_is_not()
    {
        var longest = CommentRenderer.Render(new string('a', TextLimits.Comment), [], CitedPassages.None);
        var tooLong = CommentRenderer.Render(new string('a', TextLimits.Comment + 1), [], CitedPassages.None);

        Assert.True(longest.Succeeded);
        Assert.Equal(("too-long", ErrorKind.TooLong), (tooLong.Error?.Code, tooLong.Error?.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200B\u200D\u2060\uFEFF")]
    [InlineData("\u202E\u2066")]
    [InlineData("\u3164\u2800")]
    [InlineData("&nbsp;&#8203;")]
    [InlineData("---")]
    [InlineData("> ")]
    [InlineData("[x]: https://example.org")]
    [InlineData("![](https://example.org/a.png)")]
    public void A_comment_that_shows_nothing_is_refused(string markdown)
    {
        Assert.Equal("invalid", CommentRenderer.Render(markdown, [], CitedPassages.None).Error?.Code);
    }

    [Fact]
    public void Characters_that_cannot_be_stored_are_refused()
    {
        foreach (var markdown in new[] { "a\0b", "a\uD83D b", "\uDE00 b", "b\uDE00\uD83D" })
            Assert.Equal("invalid", CommentRenderer.Render(markdown, [], CitedPassages.None).Error?.Code);
    }

    [Theory]
    [InlineData(">", 128)]
    [InlineData("> ", 4_000)]
    [InlineData("- ", 200)]
    [InlineData("1. ", 200)]
    [InlineData("*a **b ", 40)]
    public void Nesting_that_no_page_could_show_is_refused(string piece, int times)
    {
        var opened = string.Concat(Enumerable.Repeat(piece, times));
        var closed = piece == "*a **b " ? string.Concat(Enumerable.Repeat("b** a*", times)) : "";

        Assert.Equal("invalid", CommentRenderer.Render(opened + "x" + closed, [], CitedPassages.None).Error?.Code);
    }

    [Fact]
    public void A_fold_may_stand_in_a_fold_and_no_deeper()
    {
        var folds = Enumerable.Range(1, 40).Select(depth => CommentRenderer.Render(
            string.Concat(Enumerable.Range(0, depth).Select(level => new string(':', 3 + depth - level) + " fold\n")) + "deep\n", [], CitedPassages.None).Error?.Code).ToList();

        Assert.Equal([null, null, .. Enumerable.Repeat("invalid", 38)], folds);
        Assert.Equal("invalid", CommentRenderer.Render("::: fold\n> :::: fold\n> > ::::: fold\n> > x", [], CitedPassages.None).Error?.Code);
    }

    [Theory]
    [InlineData("::: fold")]
    [InlineData("::: fold\n\n:::")]
    [InlineData("::: fold\n\u200B\n:::")]
    public void A_fold_with_nothing_in_it_and_nothing_on_it_is_no_comment(string markdown)
    {
        Assert.Equal("invalid", CommentRenderer.Render(markdown, [], CitedPassages.None).Error?.Code);
    }

    [Theory]
    [InlineData("> > > a reply to a reply to a reply")]
    [InlineData("--------------------------------> arrow")]
    [InlineData("......................................... dots")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - - - -\n\nrule")]
    [InlineData("an open [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [ and [")]
    public void What_people_do_write_is_not_taken_for_nesting(string markdown)
    {
        Assert.True(CommentRenderer.Render(markdown, [], CitedPassages.None).Succeeded);
    }

    [Fact]
    public void A_few_signs_cannot_stand_for_megabytes()
    {
        var markdown = "[x]: https://example.org/" + new string('a', 1_900) + "\n\n" + string.Concat(Enumerable.Repeat("[x] and ", 1_000));

        Assert.Equal("invalid", CommentRenderer.Render(markdown, [], CitedPassages.None).Error?.Code);
    }

    [Fact]
    public void A_comment_shows_the_words_of_five_paragraphs_and_links_the_others()
    {
        var cited = Enumerable.Range(1, 9).ToDictionary(number => number, number => new CitedPassage($"¶ {number}", $"#b{number}", $"Words {number}."));

        var html = CommentRenderer.Render(string.Join(" and ", cited.Keys.Select(number => $"¶{number}")), [], CitedPassages.None with { ByNumber = cited }).Value?.Html ?? "";

        Assert.Equal(5, html.Split("class=\"pcard\"").Length - 1);
        Assert.Equal(9, html.Split("class=\"pref\"").Length - 1);
        Assert.Contains("Words 5.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Words 6.", html, StringComparison.Ordinal);
    }
}
