using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Readings.Editions;

/// <summary>The words of an imported text on their way to become an edition.</summary>
internal sealed class DraftedText
{
    private const int LongestLabel = 40;

    private readonly ReadingDraft draft;

    public DraftedText(ReadingDraft draft)
    {
        this.draft = draft;
        Blocks = [.. draft.Blocks.Select(block => new BlockContent(block.Kind, block.Level, Cut(block.Label), block.Markdown, BlockText.PlainOf(block.Kind, block.Markdown)))];
    }

    public IReadOnlyList<BlockContent> Blocks { get; }

    /// <summary>Lower-case hexadecimal SHA-256 over all that a reader sees.</summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in Blocks)
            hash.AppendData(Encoding.UTF8.GetBytes($"{block.Kind}\u001f{block.Level}\u001f{block.Label}\u001f{block.Markdown}\u001e"));
        foreach (var note in draft.Footnotes)
            hash.AppendData(Encoding.UTF8.GetBytes($"{note.Label}\u001f{note.Markdown}\u001e"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The blocks as they are stored: with keys and ¶ numbers.</summary>
    /// <param name="editionId">Whose they are.</param>
    /// <param name="edition">Number of the edition.</param>
    /// <param name="before">How the blocks of the current edition became these; null for a first edition.</param>
    /// <param name="keys">The keys of the current edition's blocks: what is the same block keeps its key.</param>
    public List<Block> ToBlocks(Guid editionId, int edition, BlockAlignment? before, IReadOnlyList<string> keys)
    {
        var number = 0;
        var section = "";
        string KeyOf(int position) => before is not null && before.OldOf[position] is >= 0 and var old ? keys[old] : NewKey(edition, position);
        return [.. Blocks.Select((block, position) => new Block
        {
            EditionId = editionId,
            Position = position,
            Key = KeyOf(position),
            Section = block.Kind == BlockKind.Heading ? section = KeyOf(position) : section,
            Kind = block.Kind,
            Level = block.Level,
            Label = block.Label,
            Number = block.Kind is BlockKind.Heading or BlockKind.Rule ? null : ++number,
            Markdown = block.Markdown,
            Text = block.Text,
        })];
    }

    /// <summary>The edition that stores these words.</summary>
    public Edition ToEdition(EditionHead head, BlockAlignment? before, IReadOnlyList<string> keys)
    {
        var blocks = ToBlocks(head.Id, head.Number, before, keys);
        return new Edition
        {
            Id = head.Id,
            ReadingId = head.ReadingId,
            Number = head.Number,
            SourceName = head.SourceName.Length <= 260 ? head.SourceName : head.SourceName[..260],
            SourceHash = head.SourceHash,
            ContentHash = ContentHash(),
            ImportedById = head.ImportedById,
            BasedOnId = head.BasedOnId,
            BlocksAdded = before?.OldOf.Count(place => place < 0) ?? 0,
            BlocksRemoved = before?.Fates.Count(fate => fate == BlockFate.Gone) ?? 0,
            BlocksChanged = before?.Fates.Count(fate => fate is BlockFate.Edited or BlockFate.Moved) ?? 0,
            WordCount = blocks.Sum(block => WordsIn(block.Text)),
            ParagraphCount = blocks.Count(block => block.Number is not null),
            ImportedAt = head.ImportedAt,
            Blocks = blocks,
            Footnotes = [.. draft.Footnotes.Select((note, position) => new Footnote { EditionId = head.Id, Position = position, Label = Cut(note.Label) ?? "", Markdown = note.Markdown })],
        };
    }

    /// <summary>A key that no edition of the reading has had: the first counts its blocks, a later one counts behind its own number.</summary>
    private static string NewKey(int edition, int position) =>
        edition == 1 ? string.Create(CultureInfo.InvariantCulture, $"b{position + 1}") : string.Create(CultureInfo.InvariantCulture, $"e{edition}-{position + 1}");

    private static int WordsIn(string text)
    {
        var words = 0;
        foreach (var word in text.AsSpan().SplitAny(' ', '\n', '\t', '\u00a0'))
        {
            if (!text.AsSpan()[word].IsEmpty)
                words++;
        }

        return words;
    }

    private static string? Cut(string? label) => label is { Length: > LongestLabel } ? label[..LongestLabel] : label;
}

/// <summary>Everything about an edition but its words.</summary>
internal sealed record EditionHead(Guid Id, Guid ReadingId, int Number, string SourceName, string SourceHash, Guid? ImportedById, Guid? BasedOnId, DateTimeOffset ImportedAt);
