using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using Xunit;

namespace StudyGroup.Tests.Readings.Editions;

public sealed class TextDifferenceTests
{
    private const string One = "The ferry goes when it is full, and nobody has written down what full means.";
    private const string Two = "On the way back it goes when it is dark, with whoever is on it by then.";
    private const string Three = "The ferryman keeps a list of the people who were late, and reads it aloud in spring.";

    [Fact]
    public void A_changed_word_is_shown_within_its_paragraph()
    {
        var rows = Between([One, Two], [One, Two.Replace("dark", "light", StringComparison.Ordinal)]);

        Assert.Equal([(DifferenceKind.Same, 1, 1), (DifferenceKind.Edited, 2, 2)], rows.Select(row => (row.Kind, row.OldNumber.GetValueOrDefault(), row.NewNumber.GetValueOrDefault())));
        Assert.Equal(
            [(PieceKind.Same, "On the way back it goes when it is "), (PieceKind.Removed, "dark"), (PieceKind.Added, "light"), (PieceKind.Same, ", with whoever is on it by then.")],
            rows[1].Pieces.Select(piece => (piece.Kind, piece.Text)));
    }

    [Fact]
    public void What_is_gone_stands_before_what_came_in_its_place()
    {
        var rows = Between([One, Two, Three], [One, "Nobody knows why.", Three]);

        Assert.Equal([DifferenceKind.Same, DifferenceKind.Removed, DifferenceKind.Added, DifferenceKind.Same], rows.Select(row => row.Kind));
        Assert.Equal((2, null), (rows[1].OldNumber, rows[1].NewNumber));
        Assert.Equal((null, 2), (rows[2].OldNumber, rows[2].NewNumber));
    }

    [Fact]
    public void A_moved_paragraph_is_told_at_both_places()
    {
        var rows = Between([One, Two, Three], [Three, One, Two]);

        Assert.Equal([DifferenceKind.MovedHere, DifferenceKind.Same, DifferenceKind.Same, DifferenceKind.MovedAway], rows.Select(row => row.Kind));
        Assert.All([rows[0], rows[3]], row => Assert.Equal((3, 1), (row.OldNumber, row.NewNumber)));
    }

    [Fact]
    public void Every_block_of_both_texts_is_in_it_once()
    {
        var random = new Random(7);
        string[] words = [One, Two, Three, "Short.", "A bell rings twice.", "It rains on the pier, and the list gets wet, and nobody minds at all."];
        for (var round = 0; round < 200; round++)
        {
            var old = Enumerable.Range(0, random.Next(6)).Select(_ => words[random.Next(words.Length)]).ToArray();
            var fresh = Enumerable.Range(0, random.Next(6)).Select(_ => words[random.Next(words.Length)] + (random.Next(3) == 0 ? " Or so." : "")).ToArray();

            var rows = Between(old, fresh);

            Assert.Equal(Enumerable.Range(1, old.Length), rows.Where(row => row.Kind is not (DifferenceKind.Added or DifferenceKind.MovedHere)).Select(row => row.OldNumber.GetValueOrDefault()));
            Assert.Equal(Enumerable.Range(1, fresh.Length), rows.Where(row => row.Kind is not (DifferenceKind.Removed or DifferenceKind.MovedAway)).Select(row => row.NewNumber.GetValueOrDefault()));
        }
    }

    [Fact]
    public void Notes_are_compared_by_their_labels()
    {
        var notes = TextDifference.OfNotes([Note("1", "See there."), Note("2", "Stays."), Note("3", "Goes.")], [Note("1", "See here."), Note("2", "Stays.")]);

        Assert.Equal(["1", "3"], notes.Select(note => note.Label));
        Assert.Equal([PieceKind.Removed], notes[1].Pieces.Select(piece => piece.Kind));
    }

    private static Footnote Note(string label, string words) => new() { EditionId = Guid.Empty, Position = 0, Label = label, Markdown = words };

    private static IReadOnlyList<DifferenceRow> Between(string[] old, string[] fresh) => TextDifference.Of(EditionChange.Between(Blocks(old), Blocks(fresh)));

    private static List<Block> Blocks(string[] words) => [.. words.Select((text, position) => new Block
    {
        EditionId = Guid.Empty,
        Position = position,
        Key = $"b{position + 1}",
        Kind = BlockKind.Paragraph,
        Number = position + 1,
        Markdown = text,
        Text = text,
    })];
}
