using System.Text;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>Imports texts written in the tests.</summary>
internal static class Raw
{
    /// <summary>Prose without a mark, long enough to stand under a heading.</summary>
    public const string Prose = "The mill stood by the river for a very long time, and nobody in the village could say who had built it.";

    public static ImportedDocument Document(string text, string name = "text.txt")
    {
        var result = new DocumentImporter().Import(name, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Value;
    }

    public static ReadingDraft Reading(string text, string name = "text.txt") => Assert.Single(Document(text, name).Readings);

    /// <summary>The blocks of a text whose title is given by the helper.</summary>
    public static IReadOnlyList<BlockDraft> Blocks(params string[] paragraphs) => Reading("The Title\n\n" + string.Join("\n\n", paragraphs) + "\n").Blocks;

    public static IEnumerable<string> Texts(this IEnumerable<BlockDraft> blocks) => blocks.Select(block => block.Markdown);

    public static IEnumerable<BlockKind> Kinds(this IEnumerable<BlockDraft> blocks) => blocks.Select(block => block.Kind);

    public static IEnumerable<string> Rules(this ReadingDraft reading) => reading.Repairs.Select(repair => repair.Rule);
}
