namespace StudyGroup.Readings.Import.Layout;

/// <summary>One stretch of whole source lines on its way to becoming a block. Its text keeps the line ends until the lines are joined.</summary>
internal sealed record Piece(string Text, int FirstLine, int LastLine)
{
    /// <summary>What it is, once the mark-up or a rule has said so.</summary>
    public BlockKind? Kind { get; init; }

    /// <summary>The printed number or letter.</summary>
    public string? Label { get; init; }

    public int Level { get; init; }

    /// <summary>The blanks before all of its lines.</summary>
    public int Indent { get; init; }

    /// <summary>Whether its lines end where the author ended them.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>Set for a note that is marked as such where it stands.</summary>
    public string? NoteLabel { get; init; }

    /// <summary>Whether the file itself says what it is.</summary>
    public bool IsMarked { get; init; }

    public bool IsOpen => Kind is null && NoteLabel is null;
}
