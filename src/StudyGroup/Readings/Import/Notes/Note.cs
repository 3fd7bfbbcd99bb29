using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>A note on its way: the label it is printed with, and the words, which may have been cut like any paragraph.</summary>
internal sealed record Note(string Label, Piece Words);

/// <summary>A stretch of text and the notes that are printed behind it.</summary>
internal sealed record Noted(List<Piece> Body, List<Note> Notes);
