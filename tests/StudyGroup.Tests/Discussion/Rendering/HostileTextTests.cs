using StudyGroup.Discussion.Rendering;
using StudyGroup.Readings;
using StudyGroup.Readings.Rendering;
using StudyGroup.Tests.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

public sealed class HostileTextTests
{
    [Fact]
    public void No_hostile_comment_leaves_anything_alive()
    {
        var shown = 0;
        foreach (var markdown in Hostile.All)
        {
            var rendered = CommentRenderer.Render(markdown, People.All, People.Passages, People.Notebook);
            shown += rendered.Succeeded ? 1 : 0;
            AllowList.AssertHolds(markdown, rendered.Value?.Html ?? "");
        }

        Assert.True(shown > 700, $"Only {shown} of them were shown at all.");
    }

    [Fact]
    public void No_hostile_text_of_a_reading_leaves_anything_alive()
    {
        foreach (var markdown in Hostile.All)
        {
            var blocks = Enum.GetValues<BlockKind>().Select((kind, position) => Sample.Block(kind, markdown, "k" + position, label: markdown, position: position)).ToList();
            var html = EditionRenderer.Render(Sample.Text(blocks, [Sample.Note("1", markdown), Sample.Note(markdown, "x"), Sample.Note("\"onclick=alert(1)", "x")])).Html;

            AllowList.AssertHolds(markdown, html);
        }
    }

    [Fact]
    public void No_random_comment_leaves_anything_alive()
    {
        for (var seed = 0; seed < 4_000; seed++)
        {
            var markdown = RandomMarkdown.Of(seed).Replace('\0', ' ');
            var rendered = CommentRenderer.Render(markdown, People.All, People.Passages, People.Notebook);

            AllowList.AssertHolds(markdown, rendered.Value?.Html ?? "");
        }
    }

    [Fact]
    public void Nothing_turns_the_order_of_letters_around_beyond_its_own_words()
    {
        var rendered = CommentRenderer.Render("a \u202Eb\u202C `c\u2066` [d\u2067](https://e.example/\u202Ex) &#x202E; @נועה\u202D", People.All, CitedPassages.None);

        Assert.True(rendered.Succeeded);
        Assert.DoesNotContain(rendered.Value.Html, character => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
    }
}
