using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Reads title, subtitle, byline and date from the first blocks of a text.</summary>
internal sealed class TitleReader(Vocabulary vocabulary)
{
    private const int MostBlocks = 6;
    private const int MostSubtitles = 2;

    /// <param name="pieces">The blocks of a text, its title first.</param>
    /// <param name="known">What the file says about it elsewhere.</param>
    public TitleMatter Read(List<Piece> pieces, Metadata known)
    {
        var first = pieces.FindIndex(piece => piece.Kind != BlockKind.Rule);
        if (first < 0 || FirstTitle.Of(pieces[first], pieces.Count - first) is not { } title)
            return new TitleMatter(null, null, [], null, pieces) { Bylines = [] };

        // What shared a block with the title is read as blocks of its own.
        var rest = new List<Piece>(title.Rest);
        rest.AddRange(pieces[(first + 1)..]);
        if (IsAuthorFirst(title.Text, rest, known))
            return new TitleMatter(FirstTitle.Of(rest[0], rest.Count)?.Text, null, [title.Text], null, rest[1..]) { Bylines = [pieces[first]] };
        var (subtitles, bylines, consumed) = Scan(rest);
        var authors = bylines.Select(entry => entry.Byline).FirstOrDefault(byline => byline.Authors.Count > 0)?.Authors ?? [];
        var date = bylines.Select(entry => entry.Byline.Date).OfType<string>().OrderByDescending(iso => iso.Length).FirstOrDefault();
        return new TitleMatter(title.Text, subtitles.Count == 0 ? null : string.Join(' ', subtitles.Select(Plain)), authors, date, rest[consumed..])
        {
            Bylines = [.. bylines.Select(entry => entry.Piece)],
        };
    }

    private static string Plain(Piece piece) => Marks.WithoutEmphasis(piece.Text).ToString();

    private (List<Piece> Subtitles, List<(Piece Piece, Byline Byline)> Bylines, int Consumed) Scan(List<Piece> pieces)
    {
        var subtitles = new List<Piece>();
        var bylines = new List<(Piece, Byline)>();
        var consumed = 0;
        for (var index = 0; index < Math.Min(pieces.Count, MostBlocks); index++)
        {
            if (BylineAt(pieces, index, bylines.Count > 0) is { } byline)
            {
                bylines.Add((pieces[index], byline));
                consumed = index + 1;
            }
            else if (bylines.Count > 0 || subtitles.Count == MostSubtitles || !IsSubtitle(pieces[index]))
            {
                break;
            }
            else
            {
                subtitles.Add(pieces[index]);
            }
        }

        // Without a byline nothing tells a subtitle from the first heading.
        return bylines.Count == 0 ? ([], [], 0) : (subtitles, bylines, consumed);
    }

    private Byline? BylineAt(List<Piece> pieces, int index, bool hasByline)
    {
        var piece = pieces[index];
        if (!piece.IsOpen || piece.Text.Length > 400 || Byline.Of(piece.Text) is not { } byline)
            return null;
        if (byline.IsSpelled || (byline.Date is not null && (byline.Authors.Count == 0 || byline.IsFull)))
            return byline;

        // A name alone: a date stands under it, or none of its words is a word of the text.
        var next = index + 1 < pieces.Count && pieces[index + 1].IsOpen ? Byline.Of(pieces[index + 1].Text) : null;
        if (next is { Authors.Count: 0, Date: not null })
            return byline;
        return !hasByline && NameLine.IsPerson(byline.Authors[0]) && vocabulary.Count("the") > 20 && IsRare(byline.Authors[0]) && byline.Date is null ? byline : null;
    }

    /// <summary>Archives print the author's name over the title, and fields below both.</summary>
    private bool IsAuthorFirst(string first, List<Piece> rest, Metadata known) =>
        known.Title is null && NameLine.IsPerson(first) && rest.Count > 1 && TitleLine.CouldBe(rest[0]) && FirstTitle.Of(rest[0], rest.Count)?.Rest.Count == 0
        && (known.Date is not null || known.SourceAddress is not null || vocabulary.Count("the") > 20) && IsRare(first) && !IsRare(rest[0].Text)
        && Enumerable.Range(0, Math.Min(3, rest.Count)).All(index => BylineAt(rest, index, false) is null);

    private bool IsRare(string name) =>
        name.Split(' ').All(word => !vocabulary.IsCommon(word.Trim('.', ',')));

    private static bool IsSubtitle(Piece piece) => TitleLine.CouldBe(piece) && (piece.Kind is null || piece.Level > 1);
}
