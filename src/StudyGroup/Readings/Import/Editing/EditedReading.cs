using System.Text.RegularExpressions;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Readings.Import.Editing;

/// <summary>One reading while an editor's steps are applied to it.</summary>
internal sealed partial class EditedReading
{
    private const int LongestTitle = 120;

    private readonly ReadingDraft draft;
    private readonly List<BlockDraft> blocks;
    private readonly List<FootnoteDraft> notes;
    private readonly List<TakenOut> setAside;

    public EditedReading(ReadingDraft draft)
    {
        this.draft = draft;
        blocks = [.. draft.Blocks];
        notes = [.. draft.Footnotes];
        setAside = [.. draft.SetAside.Select(piece => new TakenOut(piece, Block: null))];
        Fields = new ReadingFields(draft.Title, draft.Subtitle, draft.Authors, draft.Publication, draft.Date, draft.Language, draft.Rights, draft.SourceAddress) { Translator = draft.Translator };
    }

    public ReadingFields Fields { get; set; }

    public bool IsLeftOut { get; set; }

    public ReadingDraft ToDraft() => draft with
    {
        Title = Fields.Title,
        Subtitle = Fields.Subtitle,
        Authors = Fields.Authors,
        Translator = Fields.Translator,
        Publication = Fields.Publication,
        Date = Fields.Date,
        Language = Fields.Language,
        Rights = Fields.Rights,
        SourceAddress = Fields.SourceAddress,
        Blocks = [.. blocks],
        Footnotes = [.. notes],
        SetAside = [.. setAside.Select(taken => taken.Draft)],
    };

    /// <summary>Takes the other's text in behind its own. Refused when both have a note of the same label: the marks would point to the wrong one.</summary>
    public bool TryAppend(EditedReading other)
    {
        if (notes.Select(note => note.Label).Intersect(other.notes.Select(note => note.Label), StringComparer.Ordinal).Any())
            return false;

        blocks.Add(new BlockDraft(BlockKind.Heading, other.Fields.Title, Level: 2) { Line = other.blocks.Count == 0 ? 0 : other.blocks[0].Line });
        blocks.AddRange(other.blocks);
        notes.AddRange(other.notes);
        setAside.AddRange(other.setAside);
        return true;
    }

    /// <summary>Cuts the text before a block. A heading there becomes the title of the new reading; notes go with the marks that call them.</summary>
    public EditedReading? TryCutAt(int place, string? beginning)
    {
        if (place < 1 || !IsAt(place, beginning))
            return null;

        var rest = blocks.GetRange(place, blocks.Count - place);
        blocks.RemoveRange(place, blocks.Count - place);
        var title = BlockText.PlainOf(rest[0].Kind, rest[0].Markdown);
        if (rest[0].Kind == BlockKind.Heading && rest.Count > 1)
            rest.RemoveAt(0);
        var called = rest.SelectMany(block => NoteMark().Matches(block.Markdown)).Select(mark => mark.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var taken = notes.Where(note => called.Contains(note.Label)).ToList();
        notes.RemoveAll(note => called.Contains(note.Label) && !blocks.Exists(block => block.Markdown.Contains($"[^{note.Label}]", StringComparison.Ordinal)));
        return new EditedReading(draft with
        {
            Title = title.Length <= LongestTitle ? title : title[..LongestTitle].TrimEnd() + "…",
            Subtitle = null,
            Blocks = rest,
            Footnotes = taken,
            SetAside = [],
            Repairs = [],
        });
    }

    /// <summary>Changes one block, or brings one back.</summary>
    public bool TryEdit(ImportEdit edit)
    {
        var place = edit.Block;
        if (edit.Kind == ImportEditKind.BringBack)
            return TryBringBack(place, edit.Beginning);
        if (!IsAt(place, edit.Beginning))
            return false;

        var block = blocks[place];
        switch (edit.Kind)
        {
            case ImportEditKind.JoinBlock when place > 0:
                blocks[place - 1] = blocks[place - 1] with { Markdown = $"{blocks[place - 1].Markdown.TrimEnd()} {block.Markdown.TrimStart()}" };
                blocks.RemoveAt(place);
                return true;
            case ImportEditKind.SplitBlock when Sentences.StartsIn(block.Markdown).Any(start => start.Offset == edit.Offset):
                blocks[place] = block with { Markdown = block.Markdown[..edit.Offset].TrimEnd() };
                blocks.Insert(place + 1, new BlockDraft(block.Kind, block.Markdown[edit.Offset..], Level: block.Level) { Line = block.Line });
                return true;
            case ImportEditKind.SetAside:
                blocks.RemoveAt(place);
                setAside.Add(new TakenOut(new SetAsideDraft(block.Line, block.Line, ByEditor, block.Markdown), block));
                return true;
            case ImportEditKind.MakeParagraph or ImportEditKind.MakeHeading or ImportEditKind.MakeQuote or ImportEditKind.MakeVerse:
                blocks[place] = new BlockDraft(KindOf(edit.Kind), block.Markdown, Level: edit.Kind == ImportEditKind.MakeHeading ? 2 : 0) { Line = block.Line };
                return true;
            default:
                return false;
        }
    }

    /// <summary>The reason of what an editor took out, in place of the importer's.</summary>
    public const string ByEditor = "taken out by the editor";

    private bool TryBringBack(int place, string? beginning)
    {
        if (place < 0 || place >= setAside.Count || (beginning is not null && !setAside[place].Draft.Text.StartsWith(beginning, StringComparison.Ordinal)))
            return false;

        var (piece, block) = setAside[place];
        var next = blocks.FindIndex(other => other.Line > piece.FirstLine);
        blocks.InsertRange(next < 0 ? blocks.Count : next, block is null ? ParagraphsOf(piece) : [block]);
        setAside.RemoveAt(place);
        return true;
    }

    private static IEnumerable<BlockDraft> ParagraphsOf(SetAsideDraft piece) =>
        piece.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => new BlockDraft(BlockKind.Paragraph, text.ReplaceLineEndings(" ")) { Line = piece.FirstLine });

    private bool IsAt(int place, string? beginning) =>
        place >= 0 && place < blocks.Count && (beginning is null || blocks[place].Markdown.StartsWith(beginning, StringComparison.Ordinal));

    private static BlockKind KindOf(ImportEditKind kind) => kind switch
    {
        ImportEditKind.MakeHeading => BlockKind.Heading,
        ImportEditKind.MakeQuote => BlockKind.Quote,
        ImportEditKind.MakeVerse => BlockKind.Verse,
        _ => BlockKind.Paragraph,
    };

    /// <summary>What stands apart from the text; a block that an editor took out comes back as it was.</summary>
    private sealed record TakenOut(SetAsideDraft Draft, BlockDraft? Block);

    [GeneratedRegex(@"\[\^([^\]\s]{1,40})\]", RegexOptions.NonBacktracking)]
    private static partial Regex NoteMark();
}
