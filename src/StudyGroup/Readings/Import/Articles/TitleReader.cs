using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Reads title, subtitle, byline and date from the first blocks of a text.</summary>
internal sealed class TitleReader(Vocabulary vocabulary)
{
    private const int MostBlocks = 6;
    private const int MostSubtitles = 2;

    public TitleMatter Read(List<Piece> pieces)
    {
        var first = pieces.FindIndex(piece => piece.Kind != BlockKind.Rule);
        if (first < 0 || FirstTitle.Of(pieces[first], pieces.Count - first) is not { } title)
            return new TitleMatter(null, null, [], null, pieces) { Bylines = [] };

        // What shared a block with the title is read as blocks of its own.
        var rest = new List<Piece>(title.Rest);
        rest.AddRange(pieces[(first + 1)..]);
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
        return !hasByline && NameLine.IsPerson(byline.Authors[0]) && IsRare(byline.Authors[0]) && byline.Date is null ? byline : null;
    }

    private bool IsRare(string name) =>
        vocabulary.Count("the") > 20 && name.Split(' ').All(word => !vocabulary.IsCommon(word.Trim('.', ',')));

    private static bool IsSubtitle(Piece piece) => TitleLine.CouldBe(piece) && (piece.Kind is null || piece.Level > 1);
}
