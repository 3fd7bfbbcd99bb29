namespace StudyGroup.Readings.Import.Editing;

/// <summary>What an editor did to an imported document. The names are stored.</summary>
public enum ImportEditKind
{
    /// <summary>Takes a repair back, or makes it after all.</summary>
    UndoRepair,
    RedoRepair,

    /// <summary>Gives a reading other title matter.</summary>
    SetFields,

    /// <summary>Keeps a reading out of what is published, or takes it in again.</summary>
    LeaveOut,
    TakeIn,

    /// <summary>Hangs a reading on the one before, or begins a new one at a block.</summary>
    JoinReading,
    StartReading,

    JoinBlock,
    SplitBlock,
    MakeParagraph,
    MakeHeading,
    MakeQuote,
    MakeVerse,

    /// <summary>Takes a block out of the text; it stays listed and can come back.</summary>
    SetAside,

    /// <summary>Puts what was set aside into the text again, where it stood.</summary>
    BringBack,

    /// <summary>Makes a reading of each chapter of a book, or one of all of them. Earlier steps within readings do not fit what comes of it.</summary>
    ByChapters,
    AsOneReading,
}

/// <summary>Title matter as an editor wrote it; empty fields are absent.</summary>
public sealed record ReadingFields(
    string Title, string? Subtitle, IReadOnlyList<string> Authors, string? Publication, string? Date, string Language, string? Rights, string? SourceAddress)
{
    public string? Translator { get; init; }
}

/// <summary>
/// One step of an editor. Steps are applied in their order to what the importer makes of the file, so that nothing of the file is ever changed and
/// the last step can be taken back.
/// </summary>
public sealed record ImportEdit(ImportEditKind Kind)
{
    /// <summary>The repair, by its id.</summary>
    public string? Repair { get; init; }

    /// <summary>The reading, counted from 0 as they stand before this step.</summary>
    public int Reading { get; init; }

    /// <summary>The block within the reading, or the piece among those set aside, counted from 0 as they stand before this step.</summary>
    public int Block { get; init; }

    /// <summary>How the block begins. When the text at its place begins otherwise, because a repair was taken back since, the step is skipped.</summary>
    public string? Beginning { get; init; }

    /// <summary>Where to split, in UTF-16 code units of the block's Markdown.</summary>
    public int Offset { get; init; }

    public ReadingFields? Fields { get; init; }
}
