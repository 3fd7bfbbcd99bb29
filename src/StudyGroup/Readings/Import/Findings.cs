using System.Globalization;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import;

/// <summary>What the steps noted on their way: the repairs, and the lines they took out of the text. Each repair is asked for before it is made.</summary>
/// <param name="source">The lines of the file.</param>
/// <param name="undone">The repairs that an editor took back, by their ids.</param>
internal sealed class Findings(SourceText source, IReadOnlySet<string> undone)
{
    private const int MostSilentRepairs = 2_000;

    private readonly List<Repair> repairs = [];
    private readonly List<SetAsideDraft> setAside = [];
    private readonly Dictionary<(string Rule, int Line), int> times = [];
    private int silent;

    /// <summary>Says how far the steps have come.</summary>
    public LinesDone Done { get; init; } = new(0, null);

    public Findings(SourceText source)
        : this(source, new HashSet<string>())
    {
    }

    /// <summary>Notes a repair.</summary>
    /// <returns>Whether it is to be made; an editor may have taken it back.</returns>
    public bool Allows(string rule, Sureness sureness, int line, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var time = times[(rule, line)] = times.GetValueOrDefault((rule, line)) + 1;
        var id = IdOf(rule, line, time);
        var isUndone = undone.Contains(id);

        // Nobody reads the silent ones one by one, and a damaged file may hold one in each line.
        if (sureness == Sureness.Silent && !isUndone && ++silent > MostSilentRepairs)
            return true;
        var (shownBefore, shownAfter) = Snippets.Of(before, after);
        repairs.Add(new Repair(rule, sureness, line, shownBefore, shownAfter) { Id = id, IsUndone = isUndone });
        return !isUndone;
    }

    /// <summary>Whether an editor took back the first repair of this rule at this line, asked by a step that will note it later.</summary>
    public bool IsUndone(string rule, int line) => undone.Contains(IdOf(rule, line, 1));

    /// <summary>Something an editor should know and cannot take back.</summary>
    public void Notice(string rule, int line, string before, string after) =>
        repairs.Add(new Repair(rule, Sureness.ForReview, line, before, after) { Id = IdOf(rule, line, 1), IsNotice = true });

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

    private static string IdOf(string rule, int line, int time) =>
        time == 1 ? string.Create(CultureInfo.InvariantCulture, $"{rule}:{line}") : string.Create(CultureInfo.InvariantCulture, $"{rule}:{line}:{time}");
}
