using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>How well the words around a place of the new text fit those around a passage of the old one.</summary>
internal sealed class Surroundings(EditionChange change, StoredSelector mark, Place place)
{
    /// <summary>More on either side than a selector keeps, since whole sentences come back in some texts.</summary>
    private const int Reach = 64;

    public StoredSelector Mark => mark;

    public (int Start, int End) There { get; } = (
        change.NewText.OffsetOf(place.StartBlock, place.StartOffset), change.NewText.OffsetOf(place.EndBlock, place.EndOffset));

    /// <summary>Where the passage was, if it was known.</summary>
    public (int Start, int End)? Own { get; } = mark.State == AnchorState.Lost
        ? null
        : (change.OldText.OffsetOf(mark.Place.StartBlock, mark.Place.StartOffset), change.OldText.OffsetOf(mark.Place.EndBlock, mark.Place.EndOffset));

    /// <summary>What the selector kept beside what stands there.</summary>
    public double Context => ContextAt(There);

    public double Fit => Own is { } own ? FitOf(own) : Context;

    public double ContextAt((int Start, int End) stretch) => Likeness.Of(
        mark.Prefix + mark.Quote + mark.Suffix, Stretch(change.NewText.Text, stretch.Start - mark.Prefix.Length, stretch.End + mark.Suffix.Length));

    public double FitOf((int Start, int End) old) => Likeness.Of(
        Stretch(change.OldText.Text, old.Start - Reach, old.End + Reach), Stretch(change.NewText.Text, There.Start - Reach, There.End + Reach));

    private static ReadOnlySpan<char> Stretch(string text, int start, int end) => text.AsSpan(Math.Max(0, start), Math.Min(text.Length, end) - Math.Max(0, start));
}
