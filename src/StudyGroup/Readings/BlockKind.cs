namespace StudyGroup.Readings;

/// <summary>What a block of a text is. The names are stored; new ones are added at the end.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    Quote,

    /// <summary>A paragraph whose printed number belongs to the text; the number is kept as its label.</summary>
    Thesis,
    ListItem,
    Verse,
    Table,
    Code,
    Figure,
    Rule,
}
