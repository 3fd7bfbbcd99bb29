using StudyGroup.Discussion.Rendering;
using StudyGroup.Shared;
using StudyGroup.Tests.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

/// <summary>The costliest comments that can be sent, at the limit of length, once as they are and once thinned out to stay below the limit of signs.</summary>
public sealed class CostTests
{
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(150);

    private static readonly List<MentionCandidate> Crowd = [.. Enumerable.Range(0, 2_000).Select(number => new MentionCandidate(People.Ana.AccountId, "A" + new string('a', number % 60) + number))];

    [Theory]
    [InlineData("[a](")]
    [InlineData("*a_ ")]
    [InlineData("**x ")]
    [InlineData("a**b")]
    [InlineData("[")]
    [InlineData("![a](")]
    [InlineData("`` ` ")]
    [InlineData("[x] ")]
    [InlineData("[a]: b\n")]
    [InlineData("*w *h ")]
    [InlineData("[w ")]
    [InlineData("(http://")]
    [InlineData("*a* h ")]
    [InlineData("~~a")]
    [InlineData("> a\n")]
    [InlineData("  - a\n")]
    [InlineData("<b@c ")]
    [InlineData("&#x")]
    [InlineData("@A ")]
    [InlineData("¶1 ")]
    [InlineData("#a ")]
    [InlineData("::: fold\n")]
    [InlineData("::: fold\n\n:::\n")]
    [InlineData(":::")]
    [InlineData("> ::: fold\n")]
    [InlineData("#")]
    [InlineData("*#a_-")]
    [InlineData("_#_")]
    [InlineData("|a|b\n|-|-\n")]
    public void A_costly_comment_is_answered_within_the_budget(string piece)
    {
        foreach (var thinned in new[] { piece, piece + new string('x', piece.Length * 3) })
        {
            var markdown = string.Concat(Enumerable.Repeat(thinned, TextLimits.Comment / thinned.Length));

            Budget.AssertKept(Allowed, () => CommentRenderer.Render(markdown, Crowd, People.Passages, People.Notebook));
        }
    }
}
