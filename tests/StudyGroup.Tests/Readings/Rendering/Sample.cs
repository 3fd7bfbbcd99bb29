using StudyGroup.Readings;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>Editions small enough to read in a test.</summary>
internal static class Sample
{
    private static readonly Guid Edition = new("0190a000-0000-7000-8000-000000000001");

    public static Block Block(BlockKind kind, string markdown, string key = "k", int? number = null, string? label = null, int level = 0, int position = 0) => new()
    {
        EditionId = Edition,
        Position = position,
        Key = key,
        Kind = kind,
        Level = kind == BlockKind.Heading && level == 0 ? 2 : level,
        Label = label,
        Number = number ?? (kind is BlockKind.Heading or BlockKind.Rule ? null : position + 1),
        Markdown = markdown,
        Text = BlockText.PlainOf(kind, markdown),
    };

    public static Footnote Note(string label, string markdown = "A note.") => new() { EditionId = Edition, Position = 0, Label = label, Markdown = markdown };

    public static EditionText Text(IReadOnlyList<Block> blocks, IReadOnlyList<Footnote>? notes = null, string language = "en") => new(blocks, notes ?? [], language);
}
