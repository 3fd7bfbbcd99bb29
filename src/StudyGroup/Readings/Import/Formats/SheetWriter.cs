using System.Text;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>Writes the blocks of a format that has no lines of its own as lines, so that every later step can say where something stood.</summary>
internal sealed class SheetWriter
{
    private const int MostAside = 40_000;

    private readonly StringBuilder text = new();
    private readonly List<AsideLines> asides = [];
    private int nextLine = 1;
    private int asideLength;

    public List<Piece> Pieces { get; } = [];

    public IReadOnlyList<AsideLines> Asides => asides;

    public void Add(BlockKind? kind, string words, int level = 0, string? label = null) =>
        Add(new Piece(words, 0, 0) { Kind = kind, Level = level, Label = label, IsMarked = kind is not null });

    public void Add(Piece piece)
    {
        if (piece.Kind != BlockKind.Rule && string.IsNullOrWhiteSpace(piece.Text))
            return;
        var (first, last) = Write(piece.Text);
        Pieces.Add(piece with { FirstLine = first, LastLine = last });
    }

    /// <summary>Adds a line to the block before it where that is of the same kind, as formats do that make a paragraph of each line.</summary>
    public void AddLine(BlockKind kind, string words)
    {
        if (Pieces.Count == 0 || Pieces[^1].Kind != kind)
        {
            Add(kind, words);
            return;
        }

        var (_, last) = Write(words);
        Pieces[^1] = Pieces[^1] with { Text = Pieces[^1].Text + "\n" + words, LastLine = last };
    }

    /// <summary>Keeps words that are no part of the text, up to a limit over all of them.</summary>
    public void Aside(string words, string reason)
    {
        var kept = words.Trim();
        if (kept.Length == 0 || asideLength > MostAside)
            return;
        asideLength += kept.Length;
        var (first, last) = Write(kept.Length > MostAside ? kept[..MostAside] : kept);
        asides.Add(new AsideLines(first, last, reason));
    }

    public SourceText ToSource() => new(text.ToString());

    private (int First, int Last) Write(string words)
    {
        var first = nextLine;
        var lines = words.AsSpan().Count('\n') + 1;
        text.Append(words).Append("\n\n");
        nextLine += lines + 1;
        return (first, first + lines - 1);
    }
}
