namespace StudyGroup.Readings.Import.Source;

internal enum SourceFormat
{
    /// <summary>Lines as they were typed or scanned, with whatever a program left in them.</summary>
    PlainText,

    /// <summary>Markdown by its author's hand.</summary>
    Markdown,

    /// <summary>Blocks that a format of mark-up kept apart; their words are Markdown of our writing.</summary>
    Marked,
}
