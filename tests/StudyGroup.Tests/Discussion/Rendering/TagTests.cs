using StudyGroup.Discussion.Rendering;
using StudyGroup.Discussion.Tags;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

public sealed class TagTests
{
    [Theory]
    [InlineData("#ferries", "ferries")]
    [InlineData("well, #ferries.", "ferries")]
    [InlineData("(#ferries)", "ferries")]
    [InlineData("„#ferries“ – #tides", "ferries tides")]
    [InlineData("»#ferries«", "ferries")]
    [InlineData("**#ferries**", "ferries")]
    [InlineData("_#ferries_", "ferries")]
    [InlineData("~~#ferries~~", "ferries")]
    [InlineData("> #ferries", "ferries")]
    [InlineData("- #ferries", "ferries")]
    [InlineData("#tide-table_2-", "tide-table_2")]
    [InlineData("#Ferries #FERRIES #ferries", "Ferries")]
    [InlineData("#Café #cafe\u0301 #CAFE", "Café")]
    [InlineData("#ПАРОМ", "ПАРОМ")]
    [InlineData("#渡し船", "渡し船")]
    [InlineData("#מעבורת", "מעבורת")]
    [InlineData("#नौका", "नौका")]
    [InlineData("#𐌰𐌱", "𐌰𐌱")]
    [InlineData("#ferries\u202Eabc", "ferries")]
    [InlineData("#ferries's bell", "ferries")]
    public void The_sign_and_a_word_are_a_tag(string markdown, string names)
    {
        Assert.Equal(names.Split(' '), Tags(markdown).Select(tag => tag.Name));
    }

    [Theory]
    [InlineData("a # and #")]
    [InlineData("# ferries")]
    [InlineData("##ferries")]
    [InlineData("#1")]
    [InlineData("#-a")]
    [InlineData("#_a")]
    [InlineData("#\u202Eferries")]
    [InlineData("#\u0301a")]
    [InlineData("C#major")]
    [InlineData("é#major")]
    [InlineData("**bold**#ferries")]
    [InlineData("me@#ferries")]
    [InlineData("read.example/#ferries")]
    [InlineData("https://read.example/page#ferries")]
    [InlineData("https://read.example/?a=#ferries")]
    [InlineData("<https://read.example/#ferries>")]
    [InlineData("[words](https://read.example/#ferries)")]
    [InlineData("[#ferries](https://read.example)")]
    [InlineData("![#ferries](https://read.example/a.png) seen")]
    [InlineData("`#ferries`")]
    [InlineData("```\n#ferries\n```")]
    [InlineData("\\#ferries")]
    [InlineData("&#35;ferries")]
    [InlineData("＃ferries")]
    public void Nothing_else_is_one(string markdown)
    {
        Assert.Empty(Tags(markdown));
    }

    [Fact]
    public void A_word_of_fifty_characters_is_a_tag_and_one_more_is_none()
    {
        Assert.Equal(50, Assert.Single(Tags("#" + new string('a', 50))).Name.Length);
        Assert.Empty(Tags("#" + new string('a', 51)));
    }

    [Fact]
    public void Twenty_different_tags_are_taken_and_what_comes_after_stays_as_it_was_typed()
    {
        var rendered = CommentRenderer.Render(string.Join(' ', Enumerable.Range(1, 25).Select(number => $"#t{number}")), [], CitedPassages.None, People.Notebook);

        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"t{number}"), rendered.Value?.Tags.Select(tag => tag.Key));
        Assert.EndsWith("</a> #t21 #t22 #t23 #t24 #t25</p>", rendered.Value?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_thousand_tags_are_answered_with_a_comment_of_twenty()
    {
        var different = string.Concat(Enumerable.Range(0, 3_000).Select(number => $"#{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))} "));
        var same = string.Concat(Enumerable.Repeat("#a ", 3_000));

        Assert.Equal(Tag.MostInComment, Tags(different[..TextLimits.Comment]).Count);
        Assert.Single(Tags(same));
    }

    [Fact]
    public void Where_no_notebook_is_known_a_tag_is_a_word_like_others()
    {
        var rendered = CommentRenderer.Render("On #ferries", [], CitedPassages.None);

        Assert.Equal("<p dir=\"auto\">On #ferries</p>", rendered.Value?.Html);
        Assert.Empty(rendered.Value?.Tags ?? []);
    }

    [Theory]
    [InlineData("Ferries", "ferries")]
    [InlineData(" #Größe ", "große")]
    [InlineData("tide-table", "tide-table")]
    public void An_address_asks_for_a_tag_by_any_of_its_forms(string asked, string key)
    {
        Assert.Equal(key, Tag.Read(asked)?.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("1")]
    [InlineData("two words")]
    [InlineData("half\uD83D")]
    [InlineData("a\0b")]
    [InlineData("tide-")]
    public void An_address_that_asks_for_none_gets_none(string? asked)
    {
        Assert.Null(Tag.Read(asked));
    }

    private static IReadOnlyList<Tag> Tags(string markdown)
    {
        var rendered = CommentRenderer.Render(markdown, People.All, People.Passages, People.Notebook);
        Assert.True(rendered.Succeeded, rendered.Error?.Message);
        return rendered.Value.Tags;
    }
}
