using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class SnippetsTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(1, 120).Select(number => $"word{number}"));

    [Fact]
    public void What_is_shown_of_a_repair_begins_and_ends_with_whole_words()
    {
        var (before, after) = Snippets.Of(Long.Replace("word60 ", "word6O ", StringComparison.Ordinal), Long);

        Assert.StartsWith("…word", before, StringComparison.Ordinal);
        Assert.All(after.Trim('…').Split(' '), word => Assert.Contains($" {word} ", $" {Long} ", StringComparison.Ordinal));
        Assert.Equal(before.Replace("word6O", "word60", StringComparison.Ordinal), after);
    }

    [Fact]
    public void The_two_sides_of_a_joint_are_whole_words()
    {
        var words = Snippets.Joint(Long, " | ", Long).Split(" | ");

        Assert.All(words.SelectMany(side => side.Split(' ')), word => Assert.Contains($" {word} ", $" {Long} ", StringComparison.Ordinal));
        Assert.All(words, side => Assert.InRange(side.Length, 80, 120));
    }

    [Fact]
    public void A_text_without_blanks_is_cut_between_two_letters()
    {
        var signs = string.Concat(Enumerable.Repeat("𠮷", 400));

        var (before, after) = Snippets.Of(signs, string.Concat(signs.AsSpan(0, 400), "書", signs.AsSpan(400)));

        Assert.All([before, after], shown => Assert.DoesNotContain(System.Text.Rune.ReplacementChar, shown.EnumerateRunes()));
    }
}
