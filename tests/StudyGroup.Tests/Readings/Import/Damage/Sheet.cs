using System.Text;

namespace StudyGroup.Tests.Readings.Import.Damage;

/// <summary>The blocks of a text while it is being injured.</summary>
internal sealed class Sheet
{
    private readonly List<Entry> entries;

    public Sheet(string text) => entries = [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => new Entry(block.Trim('\n')))];

    private sealed record Entry(string Text, string? Rule = null, string? Whole = null, IReadOnlyList<string>? Foreign = null);

    public int Count => entries.Count;

    public string this[int index] => entries[index].Text;

    /// <summary>Whether a paragraph of the author's that nobody has touched yet stands there.</summary>
    public bool IsWhole(int index) => entries[index] is { Rule: null, Whole: null, Foreign: null };

    /// <summary>Parts one paragraph in two, which <paramref name="rule"/> should join again.</summary>
    public void Part(int index, string first, string second, string? rule)
    {
        var whole = entries[index].Text;
        entries[index] = new Entry(first, null, whole);
        entries.Insert(index + 1, new Entry(second, rule, whole));
    }

    public void Change(int index, string text, string rule) => entries[index] = new Entry(text, rule, entries[index].Text);

    /// <summary>Lines that are no part of the text; the first one of them carries the rule.</summary>
    public void InsertForeign(int index, string rule, params IReadOnlyList<string> lines) =>
        entries.InsertRange(index, lines.Select((line, place) => new Entry(line, place == 0 ? rule : null, Foreign: lines)));

    public DamagedText Write()
    {
        var text = new StringBuilder();
        var wounds = new List<Wound>();
        var line = 1;
        foreach (var entry in entries)
        {
            if (entry.Rule is { } rule)
                wounds.Add(new Wound(rule, line, entry.Whole, entry.Foreign ?? []));
            text.Append(entry.Text).Append("\n\n");
            line += entry.Text.Count(character => character == '\n') + 2;
        }

        return new DamagedText(text.ToString(), wounds);
    }
}
