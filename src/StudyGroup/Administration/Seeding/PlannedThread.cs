using StudyGroup.Annotations;
using StudyGroup.Readings;

namespace StudyGroup.Administration.Seeding;

/// <summary>A comment to be: who says what, in answer to which one before it.</summary>
internal sealed record PlannedComment(Guid Author, SeededBody Body, int? Answers);

/// <summary>A thread to be: on some words of a text, now and then on a text as a whole or on nothing.</summary>
internal sealed record PlannedThread(SeededText? Text, Selectors? Mark, bool IsQuestion, IReadOnlyList<PlannedComment> Comments)
{
    private const int WordsMarked = 8;

    public static PlannedThread Make(SeedScene scene, int size, Random random)
    {
        var text = scene.Texts.Count > 0 && random.Next(50) > 0 ? scene.Texts[random.Next(scene.Texts.Count)] : null;
        var mark = text is not null && random.Next(20) > 0 ? MarkIn(text.Blocks[random.Next(text.Blocks.Count)], random) : null;
        var comments = Enumerable.Range(0, size)
            .Select(place => new PlannedComment(
                scene.Authors[random.Next(scene.Authors.Count)],
                scene.Bodies[random.Next(scene.Bodies.Count)],
                place > 0 && random.Next(2) == 0 ? random.Next(place) : null))
            .ToArray();
        return new PlannedThread(text, mark, random.Next(6) == 0, comments);
    }

    private static Selectors MarkIn(Block block, Random random)
    {
        var start = WordStart(block.Text, random.Next(block.Text.Length / 2));
        var end = start;
        for (var words = random.Next(2, WordsMarked); words > 0 && end < block.Text.Length; words--)
            end = WordEnd(block.Text, end);
        return Selectors.Within(block, start, end);
    }

    private static int WordStart(string text, int near) => near == 0 ? 0 : text.LastIndexOf(' ', near - 1) + 1;

    private static int WordEnd(string text, int after) => text.IndexOf(' ', Math.Min(after + 1, text.Length - 1)) is var blank and >= 0 ? blank : text.Length;
}
