using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class InlineTests
{
    [Theory]
    [InlineData(@"It cost \$5 \(or so\).", "It cost $5 (or so).")]
    [InlineData("The _old_ mill and the *new* one and the **last** one.", "The *old* mill and the *new* one and the **last** one.")]
    [InlineData("A file_name_here and a lone * star.", @"A file_name_here and a lone \* star.")]
    [InlineData("The wheel* was old.", @"The wheel\* was old.")]
    [InlineData("Read https://mill.example/a_b_c; then https://mill.example/x).", "Read <https://mill.example/a_b_c>; then <https://mill.example/x>).")]
    [InlineData("Read <https://mill.example/a*b> and [the *list*](https://mill.example/l_1_(2)).", "Read <https://mill.example/a*b> and [the *list*](https://mill.example/l_1_(2)).")]
    [InlineData("It was the mill . And the wheel , too. But ... not . . . this .5 one.", "It was the mill. And the wheel, too. But ... not . . . this .5 one.")]
    [InlineData("The typist wrote ``mill'' and a ` alone.", @"The typist wrote \`\`mill'' and a \` alone.")]
    [InlineData("If a < b & c > d then <nothing> is a tag.", "If a < b & c > d then <nothing> is a tag.")]
    [InlineData("Sur la *roue*, le 3<sup>e</sup> jour.", "Sur la *roue*, le 3e jour.")]
    public void Remains_of_mark_up_mean_what_the_author_meant(string raw, string markdown)
    {
        Assert.Equal(markdown, Assert.Single(Raw.Blocks(raw)).Markdown);
    }

    [Fact]
    public void A_mark_without_a_partner_is_shown_to_an_editor()
    {
        var reading = Raw.Reading("The Title\n\nThe *old mill was sold.\n");

        Assert.Contains(reading.Repairs, repair => repair is { Rule: RepairRules.Emphasis, Sureness: Sureness.ForReview, Line: 3 });
    }

    [Fact]
    public void Titles_are_plain()
    {
        var reading = Raw.Reading($"# On *The Mill* and [its wheel](https://mill.example) \\$5\n\n{Raw.Prose}\n");

        Assert.Equal("On The Mill and its wheel $5", reading.Title);
    }
}
