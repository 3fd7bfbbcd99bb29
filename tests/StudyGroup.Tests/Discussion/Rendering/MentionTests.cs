using StudyGroup.Discussion.Rendering;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

public sealed class MentionTests
{
    [Theory]
    [InlineData("@Ana: yes")]
    [InlineData("(@ANA)")]
    [InlineData("well, @ana.")]
    [InlineData("**@Ana**")]
    [InlineData("_@Ana_")]
    [InlineData("> @Ana")]
    [InlineData("- @Ana")]
    [InlineData("@Ana @Ana @ana")]
    [InlineData("@Ana Ruizzo is somebody else")]
    public void The_sign_and_a_name_call_its_bearer_once(string markdown)
    {
        Assert.Equal([People.Ana.AccountId], Mentioned(markdown));
    }

    [Theory]
    [InlineData("@Anabel")]
    [InlineData("@Ana_b")]
    [InlineData("@Ana\u0301")]
    [InlineData("me@Ana.example")]
    [InlineData("https://example.org/@Ana")]
    [InlineData("`@Ana`")]
    [InlineData("```\n@Ana\n```")]
    [InlineData("\\@Ana")]
    [InlineData("@ Ana")]
    [InlineData("Ana")]
    [InlineData("[x](https://example.org/@Ana)")]
    public void Nobody_is_called_inside_words_addresses_and_code(string markdown)
    {
        Assert.Empty(Mentioned(markdown));
    }

    [Fact]
    public void The_longest_name_wins()
    {
        Assert.Equal([People.AnaRuiz.AccountId], Mentioned("@ana ruiz, and you?"));
    }

    [Fact]
    public void Signs_of_Markdown_in_a_name_belong_to_the_name()
    {
        Assert.Equal([People.Starred.AccountId, People.Jean.AccountId], Mentioned("@b_o_b *x* and @Jean-Luc O'Hara"));
    }

    [Fact]
    public void Members_who_share_a_name_are_all_called()
    {
        var rendered = CommentRenderer.Render("@Ana", [People.Ana, People.SecondAna], CitedPassages.None);

        Assert.Equal([People.Ana.AccountId, People.SecondAna.AccountId], rendered.Value?.MentionedIds);
    }

    private static IReadOnlyList<Guid> Mentioned(string markdown)
    {
        var rendered = CommentRenderer.Render(markdown, People.All, CitedPassages.None);
        Assert.True(rendered.Succeeded, rendered.Error?.Message);
        return rendered.Value.MentionedIds;
    }
}
