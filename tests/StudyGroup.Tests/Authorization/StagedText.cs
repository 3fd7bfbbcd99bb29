using StudyGroup.Annotations;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;

namespace StudyGroup.Tests.Authorization;

/// <summary>A reading on a group's shelf, and what a test needs to point into it.</summary>
public sealed record StagedText(Guid GroupId, Guid ReadingId, Guid EditionId, string Slug)
{
    public const string First = "The lamplighter counted the doors of the long street and wrote the number down.";
    public const string Second = "In the morning the number had changed, and nobody could say whose door was new.";

    /// <summary>The words from <paramref name="start"/> to <paramref name="end"/> of the first paragraph.</summary>
    public Passage Passage(int start = 4, int end = 15) => new(EditionId, new TextPoint("b2", start), new TextPoint("b2", end));

    /// <summary>A document as the importer hands it over.</summary>
    public static ImportedDocument Document(string title) => new(
        $"{title}.md",
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(title))),
        Issue: null,
        [
            new ReadingDraft
            {
                Title = title,
                Authors = ["Mara Quent"],
                Blocks =
                [
                    new BlockDraft(BlockKind.Heading, "Doors", Level: 2),
                    new BlockDraft(BlockKind.Paragraph, First),
                    new BlockDraft(BlockKind.Paragraph, Second),
                ],
            },
        ]);
}
