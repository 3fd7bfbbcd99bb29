using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Words;

/// <summary>How often each word stands in a file, whole or hyphenated: the only word list that knows the author's names.</summary>
internal sealed class Vocabulary
{
    private const int LongestWord = 40;
    private const int MostWords = 400_000;

    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly HashSet<string> small = new(StringComparer.Ordinal);

    private Vocabulary(Speakers speakers)
    {
        lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Speakers = speakers;
    }

    /// <summary>Who speaks, where the text is a play or an interview.</summary>
    public Speakers Speakers { get; }

    public static Vocabulary Of(List<Piece> pieces)
    {
        var vocabulary = new Vocabulary(Speakers.Of(pieces));
        foreach (var piece in pieces)
            vocabulary.Read(piece.Text);
        return vocabulary;
    }

    public IEnumerable<string> Hyphenated => counts.Keys.Where(word => word.Contains('-'));

    public int Count(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var count) ? count : 0;

    /// <summary>Whether the word stands anywhere with a small first letter, as names never do.</summary>
    public bool IsCommon(ReadOnlySpan<char> word) => small.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.ToString().ToLowerInvariant());

    private void Read(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length;)
        {
            if (!char.IsLetter(text[index]))
            {
                index++;
                continue;
            }

            var end = index + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '-' or '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                end++;

            // The half before a cut is no word.
            var isCut = end < text.Length && text[end] == '-';
            if (!isCut && end - index <= LongestWord && !IsWithinAddress(text, index, end))
                Add(text[index..end]);
            index = end;
        }
    }

    private void Add(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var count))
            lookup[word] = count + 1;
        else if (counts.Count < MostWords)
            lookup[word] = 1;
        if (char.IsLower(word[0]) && small.Count < MostWords)
            small.GetAlternateLookup<ReadOnlySpan<char>>().Add(word);
    }

    private static bool IsWithinAddress(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && text[start - 1] is '/' or '.' or '@' or '_' or '%' or '=' or '-' or '#')
        || (end + 1 < text.Length && text[end] is '/' or '@' or '_' or '.' && char.IsLetterOrDigit(text[end + 1]));
}
