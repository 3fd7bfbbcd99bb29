using StudyGroup.Readings.Import.Inline;
using StudyGroup.Readings.Import.Joining;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Notes;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Structure;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>The steps that make one reading of the blocks of one article.</summary>
internal sealed class ArticleReader(Vocabulary vocabulary, Findings findings, SourceFormat format)
{
    private const int MostBlocksBeforeTitle = 8;

    private readonly InnerHyphens hyphens = new(vocabulary);
    private readonly TitleReader titles = new(vocabulary);
    private readonly InlineWriter inline = new(findings);

    /// <param name="pieces">The blocks of the article, its title first.</param>
    /// <param name="known">What the file says outside of the text.</param>
    /// <param name="fallbackTitle">For a text that begins without a title.</param>
    public ReadingDraft Read(List<Piece> pieces, Metadata known, string fallbackTitle)
    {
        var top = TitleOf(pieces, known);
        var page = PageOf(top.Body);
        var tail = TailOf(page.Rest);
        var lines = new LineJoin(vocabulary, findings);
        var text = new Footnotes(lines, new PageBreakRepair(vocabulary, findings), findings).Read(tail.Body);
        var acronyms = Acronyms.Of(tail.Host, text.Body.Concat(tail.Taken).Select(piece => piece.Text));
        var spelled = Spelled(text.Body, acronyms);
        var read = new Headings(vocabulary.Speakers, findings).Read(new Numbering(findings).Read(spelled));
        var marksQuotes = format == SourceFormat.Markdown || (format == SourceFormat.Marked && read.Exists(piece => piece is { Kind: BlockKind.Quote, IsMarked: true }));
        read = HeadingDepths.Level(marksQuotes ? read : new Quotations(findings).Read(read));

        var line = pieces.Count == 0 ? 1 : pieces[0].FirstLine;
        return new ReadingDraft
        {
            Title = Name(known.Title ?? top.Title ?? Untitled(fallbackTitle, line), line, acronyms),
            Subtitle = (known.Subtitle ?? top.Subtitle) is { } subtitle ? Name(subtitle, line, acronyms) : null,
            Authors = known.Authors.Count > 0 ? known.Authors : [.. (top.Authors.Count > 0 ? top.Authors : page.Known.Authors).Select(author => Name(author, line, acronyms))],
            Translator = known.Translator ?? page.Known.Translator,
            Publication = known.Publication ?? (tail.Publication is { } printed ? Name(printed, tail.Taken[0].FirstLine, acronyms) : acronyms?.Spelling ?? tail.Host),
            Date = known.Date ?? top.Date ?? page.Known.Date,
            Language = known.Language ?? LanguageSense.Of([.. read.Where(piece => piece.IsOpen || piece.Kind is BlockKind.Thesis or BlockKind.Quote).Select(piece => piece.Text)]),
            Rights = known.Rights ?? page.Known.Rights,
            SourceAddress = known.SourceAddress,
            Blocks = [.. WithoutOuterRules(read).Select(Block)],
            Footnotes = [.. Spelled(text.Notes.Select(note => note.Words), acronyms).Zip(text.Notes, (words, note) => new FootnoteDraft(note.Label, Inline(words)))],
        };
    }

    private TitlePage PageOf(List<Piece> pieces)
    {
        var page = TitlePage.Read(pieces);
        if (page.Lines.Count == 0 || !findings.Allows(RepairRules.TitlePage, Sureness.ForReview, page.Lines[0].FirstLine, string.Join(" | ", page.Lines.Select(line => line.Text)), ""))
            return new TitlePage(Metadata.None, [], pieces);
        findings.SetAside(page.Lines[0].FirstLine, page.Lines[^1].LastLine, "Title page, kept as metadata");
        return page;
    }

    private Tail TailOf(List<Piece> pieces)
    {
        var tail = Tail.Cut(pieces);
        if (tail.Taken.Count == 0)
            return tail;
        var (first, last) = (tail.Taken[0], tail.Taken[^1]);
        if (!findings.Allows(RepairRules.Tail, Sureness.Silent, first.FirstLine, string.Join(" | ", tail.Taken.Select(piece => piece.Text)), ""))
            return new Tail(pieces, []);
        findings.SetAside(first.FirstLine, last.LastLine, "Where to write to, what to visit, where it was printed");
        return tail;
    }

    private TitleMatter TitleOf(List<Piece> pieces, Metadata known)
    {
        var start = known.Title is null ? 0 : PlaceOf(known.Title, pieces);
        // A first line that is not the title the file names is the first heading or paragraph.
        var top = start < 0 ? TitleMatter.None(pieces) : titles.Read(pieces[start..], known);
        var isSure = top.Date is not null ? Sureness.Silent : Sureness.ForReview;
        if (top.Title is not null && !pieces[start].IsMarked && !findings.Allows(RepairRules.Title, isSure, pieces[start].FirstLine, pieces[start].Text, top.Title))
            return TitleMatter.None(pieces);
        foreach (var piece in pieces.Take(start))
            findings.SetAside(piece, "Before the title");

        // One line alone is the text, not its title.
        if (top.Body.Count == 0)
            top = top with { Body = pieces, Bylines = [] };
        foreach (var byline in top.Bylines)
            findings.SetAside(byline, "Byline and date, kept as metadata");
        return top;
    }

    /// <summary>Where the title that the file names stands, or -1; only short lines may stand before it.</summary>
    private static int PlaceOf(string title, List<Piece> pieces)
    {
        for (var place = 0; place < Math.Min(pieces.Count, MostBlocksBeforeTitle) && pieces[place].Text.Length < 500; place++)
        {
            if (FirstTitle.Of(pieces[place], pieces.Count - place) is { } first && Letters(first.Text).Equals(Letters(title), StringComparison.OrdinalIgnoreCase))
                return place;
        }

        return -1;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private string Untitled(string fallback, int line)
    {
        findings.Notice(RepairRules.Title, line, "", fallback);
        return fallback;
    }

    private List<Piece> Spelled(IEnumerable<Piece> pieces, Acronyms? acronyms) =>
        [.. pieces.Select(piece => piece.Kind is BlockKind.Code or BlockKind.Rule ? piece : piece with { Text = Spelled(piece.Text, piece.FirstLine, acronyms) })];

    private string Spelled(string text, int line, Acronyms? acronyms) => hyphens.Close(acronyms?.Repair(text, line, findings) ?? text, line, findings);

    private string Name(string text, int line, Acronyms? acronyms) => PlainWords.Of(Spelled(text.Replace('\n', ' '), line, acronyms));

    // A separator parts two things.
    private static IEnumerable<Piece> WithoutOuterRules(List<Piece> pieces)
    {
        var first = pieces.FindIndex(piece => piece.Kind != BlockKind.Rule);
        return first < 0 ? pieces : pieces.Take(pieces.FindLastIndex(piece => piece.Kind != BlockKind.Rule) + 1).Skip(first);
    }

    private BlockDraft Block(Piece piece)
    {
        findings.Done.Reach(2, piece.LastLine);
        return new BlockDraft(piece.Kind ?? BlockKind.Paragraph, Inline(piece), piece.Label, piece.Level) { Line = piece.FirstLine };
    }

    private string Inline(Piece piece) => format != SourceFormat.PlainText || piece.Kind is BlockKind.Code or BlockKind.Rule or BlockKind.Table ? piece.Text : inline.Write(piece.Text, piece.FirstLine);
}
