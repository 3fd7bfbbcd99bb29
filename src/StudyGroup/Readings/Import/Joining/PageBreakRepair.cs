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
                if (kind == PageBreak.None || (kind != PageBreak.CutAddress && vocabulary.Speakers.Begin(pieces[next].Text)) || Glued(parts[^1], kind, pieces[next]) is not { } joint)
                    break;
                parts[^1] = joint.First;
                parts.Add(joint.Second);
                last = last with { Text = joint.Second, LastLine = pieces[next].LastLine };
                words = Math.Min(CountedWords, words + WordCount.UpTo(CountedWords, last.Text));
            }

            joined.Add(parts.Count == 1 ? pieces[index] : pieces[index] with { Text = string.Concat(parts), LastLine = last.LastLine });
            index = next;
            findings.Done.Reach(1, last.LastLine);
        }

        return joined;
    }

    /// <summary>Joins two texts that are known to belong together, whatever the break between them.</summary>
    public string Join(string first, Piece second)
    {
        var isUnfinished = !SentenceEnd.IsReached(first);
        var kind = CutAddresses.AreHalves(first, second.Text) ? PageBreak.CutAddress
            : !isUnfinished || !SentenceEnd.GoesOnSmall(second.Text) ? PageBreak.Capital
            : SentenceEnd.IsHyphenated(first) ? PageBreak.Hyphen : PageBreak.SmallLetter;
        return Glued(first, kind, second) is { } joint ? joint.First + joint.Second : first + " " + second.Text;
    }

    /// <returns>The first half, and the second one with what stands between them; null when an editor wants them apart.</returns>
    private (string First, string Second)? Glued(string before, PageBreak kind, Piece second)
    {
        var (first, rest, between) = (before.TrimEnd(), second.Text, "");
        var sureness = kind == PageBreak.SmallLetter ? Sureness.Silent : Sureness.ForReview;
        switch (kind)
        {
            case PageBreak.CutAddress:
                (first, rest) = CutAddresses.Join(first, rest);
                break;
            case PageBreak.OrphanMark:
                break;
            case PageBreak.Hyphen:
                (first, rest, sureness) = Hyphen(first, rest);
                break;
            default:
                (first, rest, _) = EmphasisAtBreak.Heal(first, rest, isInsideWord: false);
                between = " ";
                break;
        }

        var isAllowed = findings.Allows(RuleOf(kind), sureness, second.FirstLine, Snippets.Joint(before, " | ", second.Text), Snippets.Joint(first, between, rest));
        return isAllowed ? (first, between + rest) : null;
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
