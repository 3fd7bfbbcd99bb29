namespace StudyGroup.Tests.Readings.Import.Damage;

/// <summary>One injury done to a text: the rule that should heal it, the line where the importer should report it, and either the paragraph as it was or the lines that were never part of it.</summary>
internal sealed record Wound(string Rule, int Line, string? Whole, IReadOnlyList<string> Foreign);

/// <summary>A text after its injuries.</summary>
internal sealed record DamagedText(string Text, IReadOnlyList<Wound> Wounds);
