using System.Text.RegularExpressions;

namespace StudyGroup.Readings.Import;

/// <summary>Parts a book into readings, one for each of its chapters; the book becomes the issue that they came from.</summary>
internal static class Chapters
{
    private const int FewestChapters = 2;

    private static readonly Regex Reference = new(@"\[\^(?<label>[^\]\s]+)\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static bool Are(ImportedDocument document) => document.Readings is [var book] && LevelOfChapters(book) is not null;

    public static ImportedDocument Part(ImportedDocument document)
    {
        if (document.Readings is not [var book] || LevelOfChapters(book) is not { } level)
            return document;

        var starts = Enumerable.Range(0, book.Blocks.Count).Where(place => book.Blocks[place] is { Kind: BlockKind.Heading } heading && heading.Level <= level).ToList();
        var readings = new List<ReadingDraft>();
        if (book.Blocks.Take(starts[0]).Any(block => block.Kind is not (BlockKind.Heading or BlockKind.Rule or BlockKind.Figure)))
            readings.Add(Chapter(book, book.Title, 0, starts[0], level));
        for (var index = 0; index < starts.Count; index++)
        {
            var end = index + 1 < starts.Count ? starts[index + 1] : book.Blocks.Count;

            // The name of a part stands over its first chapter and holds no words of its own.
            if (book.Blocks.Skip(starts[index] + 1).Take(end - starts[index] - 1).Any(block => block.Kind != BlockKind.Rule))
                readings.Add(Chapter(book, book.Blocks[starts[index]].Markdown, starts[index] + 1, end, level));
        }

        if (readings.Count < FewestChapters)
            return document;
        readings[0] = readings[0] with { Repairs = book.Repairs, SetAside = book.SetAside };
        var contents = readings.Select(reading => new ContentsEntry(reading.Title, null)).ToList();
        return document with { Issue = new IssueDraft(book.Title, null, book.Date, book.Publication, contents), Readings = readings };
    }

    /// <summary>The highest level that has more than one heading with words below it.</summary>
    private static int? LevelOfChapters(ReadingDraft book)
    {
        for (var level = 1; level <= 6; level++)
        {
            if (Enumerable.Range(0, book.Blocks.Count - 1).Count(place => book.Blocks[place].Kind == BlockKind.Heading && book.Blocks[place].Level == level && book.Blocks[place + 1].Kind != BlockKind.Heading) >= FewestChapters)
                return level;
        }

        return null;
    }

    private static ReadingDraft Chapter(ReadingDraft book, string title, int start, int end, int level)
    {
        var blocks = book.Blocks.Skip(start).Take(end - start).Select(block => block.Kind == BlockKind.Heading ? block with { Level = Math.Max(2, block.Level - level + 1) } : block).ToList();
        var (renumbered, notes) = NotesOf(blocks, book.Footnotes);
        return book with
        {
            Title = Inline.PlainWords.Of(Reference.Replace(title, "")),
            Subtitle = null,
            Publication = book.Title,
            Blocks = renumbered,
            Footnotes = notes,
            Repairs = [],
            SetAside = [],
        };
    }

    /// <summary>The notes that a chapter refers to, under the numbers they are printed with where these are unique within it.</summary>
    private static (List<BlockDraft> Blocks, List<FootnoteDraft> Notes) NotesOf(List<BlockDraft> blocks, IReadOnlyList<FootnoteDraft> all)
    {
        var used = blocks.SelectMany(block => Reference.Matches(block.Markdown).Select(match => match.Groups["label"].Value)).ToHashSet(StringComparer.Ordinal);
        var notes = all.Where(note => used.Contains(note.Label)).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var note in notes)
        {
            var printed = note.Label.Split('-')[0];
            names[note.Label] = notes.Count(other => other.Label.Split('-')[0] == printed) == 1 ? printed : note.Label;
        }

        string Renamed(string markdown) => Reference.Replace(markdown, match => names.TryGetValue(match.Groups["label"].Value, out var name) ? $"[^{name}]" : match.Value);
        return ([.. blocks.Select(block => block with { Markdown = block.Kind == BlockKind.Code ? block.Markdown : Renamed(block.Markdown) })], [.. notes.Select(note => new FootnoteDraft(names[note.Label], Renamed(note.Markdown)))]);
    }
}
