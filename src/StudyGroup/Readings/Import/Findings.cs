using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import;

/// <summary>What the steps noted on their way: the repairs, and the lines they took out of the text.</summary>
internal sealed class Findings(SourceText source)
{
    private const int MostSilentRepairs = 2_000;
    private const int SnippetLength = 80;

    private readonly List<Repair> repairs = [];
    private readonly List<SetAsideDraft> setAside = [];
    private int silent;

    public void Repaired(string rule, Sureness sureness, int line, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        // Nobody reads the silent ones one by one, and a damaged file may hold one in each line.
        if (sureness == Sureness.Silent && ++silent > MostSilentRepairs)
            return;
        repairs.Add(new Repair(rule, sureness, line, Snippet(before), Snippet(after)));
    }

    public void SetAside(int firstLine, int lastLine, string reason) =>
        setAside.Add(new SetAsideDraft(firstLine, lastLine, reason, source.Lines(firstLine, lastLine)));

    public void SetAside(Piece piece, string reason) => SetAside(piece.FirstLine, piece.LastLine, reason);

    /// <summary>Hands out what was found up to a line; asked with growing numbers, once for each reading.</summary>
    public FindingsShare Share()
    {
        return new FindingsShare(
            new Queue<Repair>(repairs.OrderBy(repair => repair.Line)),
            new Queue<SetAsideDraft>(setAside.OrderBy(draft => draft.FirstLine)));
    }

    /// <summary>The words on both sides of a joint.</summary>
    public static string Joint(ReadOnlySpan<char> first, string between, ReadOnlySpan<char> second) =>
        string.Concat(Last(first, SnippetLength / 2), between, First(second, SnippetLength / 2));

    private static string Snippet(ReadOnlySpan<char> text) =>
        text.Length <= SnippetLength + 10 ? text.ToString() : string.Concat(First(text, SnippetLength), "…");

    // A pair of surrogates is one letter and is not cut in two.
    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : char.IsLowSurrogate(text[^most]) ? text[^(most - 1)..] : text[^most..];
}
