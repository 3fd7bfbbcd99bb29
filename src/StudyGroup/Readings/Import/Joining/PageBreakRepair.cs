using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Joining;

/// <summary>Joins what page and column breaks have parted.</summary>
internal sealed class PageBreakRepair(Vocabulary vocabulary, Findings findings)
{
    private const int CountedWords = 40;

    public List<Piece> Join(List<Piece> pieces, IReadOnlySet<string> noteLabels)
    {
        var joined = new List<Piece>(pieces.Count);
        for (var index = 0; index < pieces.Count;)
        {
            // The parts are put together once at the end: a text may be one long chain of breaks.
            var parts = new List<string> { pieces[index].Text };
            var last = pieces[index];
            var words = WordCount.UpTo(CountedWords, last.Text);
            var next = index + 1;
            for (; next < pieces.Count; next++)
            {
                var kind = PageBreaks.Between(last, words, pieces[next], next + 1 < pieces.Count ? pieces[next + 1] : null, noteLabels);
                if (kind == PageBreak.None)
                    break;
                Glue(parts, kind, pieces[next]);
                last = last with { Text = parts[^1], LastLine = pieces[next].LastLine };
                words = Math.Min(CountedWords, words + WordCount.UpTo(CountedWords, last.Text));
            }

            joined.Add(parts.Count == 1 ? pieces[index] : pieces[index] with { Text = string.Concat(parts), LastLine = last.LastLine });
            index = next;
        }

        return joined;
    }

    /// <summary>Joins two texts that are known to belong together.</summary>
    public string Join(string first, Piece second, PageBreak kind)
    {
        var parts = new List<string> { first };
        Glue(parts, kind, second);
        return string.Concat(parts);
    }

    private void Glue(List<string> parts, PageBreak kind, Piece second)
    {
        var before = Findings.Joint(parts[^1], " | ", second.Text);
        var (first, rest, between) = (parts[^1].TrimEnd(), second.Text, " ");
        var sureness = kind == PageBreak.SmallLetter ? Sureness.Silent : Sureness.ForReview;
        switch (kind)
        {
            case PageBreak.CutAddress:
                (first, rest) = CutAddresses.Join(first, rest);
                between = "";
                break;
            case PageBreak.OrphanMark:
                between = "";
                break;
            case PageBreak.Hyphen:
                (first, rest, sureness) = Hyphen(first, rest);
                between = "";
                break;
            default:
                (first, rest, _) = EmphasisAtBreak.Heal(first, rest, isInsideWord: false);
                break;
        }

        parts[^1] = first;
        parts.Add(between + rest);
        findings.Repaired(RuleOf(kind), sureness, second.FirstLine, before, Findings.Joint(first, between, rest));
    }

    private (string First, string Second, Sureness Sureness) Hyphen(string first, string second)
    {
        var (opened, rest, moved) = EmphasisAtBreak.Heal(first, second, isInsideWord: true);
        var stem = opened[..^1];
        var (keeps, sureness) = HyphenChoice.Of(HyphenChoice.LastPart(stem), HyphenChoice.FirstPart(rest), vocabulary);
        return (keeps ? opened : stem, rest, moved ? Sureness.ForReview : sureness);
    }

    private static string RuleOf(PageBreak kind) => kind switch
    {
        PageBreak.SmallLetter => RepairRules.SentenceBreak,
        PageBreak.Capital => RepairRules.CapitalBreak,
        PageBreak.Hyphen => RepairRules.WordBreak,
        PageBreak.OrphanMark => RepairRules.OrphanMark,
        _ => RepairRules.CutAddress,
    };
}
