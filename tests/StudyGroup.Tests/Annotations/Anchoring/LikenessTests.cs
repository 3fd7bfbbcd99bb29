using StudyGroup.Annotations.Anchoring;
using Xunit;

namespace StudyGroup.Tests.Annotations.Anchoring;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("a door", "a door", 1)]
    [InlineData("a “door”", "a  \"door\"", 1)]
    [InlineData("the\u00a0door's\nstep ", "the door’s step", 1)]
    [InlineData("abcdefghij", "abcdefghiX", 0.9)]
    [InlineData("abcdefghij", "abcdefghi", 0.9)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "", 1)]
    [InlineData("", "abc", 0)]
    public void It_counts_the_edits_and_not_the_kinds_of_white_space_and_quotation_marks(string one, string other, double expected) =>
        Assert.Equal(expected, Likeness.Of(one, other), 6);

    [Fact]
    public void It_is_what_a_full_table_says_however_long_the_words_are()
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var one = Words(random, random.Next(1, 300));
            var other = random.Next(3) == 0 ? Words(random, random.Next(1, 300)) : Damaged(random, one);

            Assert.Equal(1 - ((double)Table(one, other) / Math.Max(one.Length, other.Length)), Likeness.Of(one, other), 6);
        }
    }

    private static string Words(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(6))));

    private static string Damaged(Random random, string text) =>
        string.Concat(text.Select(letter => random.Next(10) switch { 0 => "", 1 => "q" + letter, 2 => "z", _ => letter.ToString() })) + "x";

    private static int Table(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                costs[row, column] = row == 0 || column == 0
                    ? row + column
                    : Math.Min(Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1, costs[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
            }
        }

        return costs[one.Length, other.Length];
    }
}
