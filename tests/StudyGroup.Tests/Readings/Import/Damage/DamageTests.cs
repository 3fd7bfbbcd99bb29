using System.Text;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Tests.Architecture;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Damage;

/// <summary>Texts of our own, injured by a seeded generator and imported: how often each rule is right, and how much it finds.</summary>
public sealed class DamageTests(ITestOutputHelper output)
{
    private const string Folder = "tests/StudyGroup.Tests/Readings/Import/Damage/Texts";

    // A break before a capital cannot be told from the end of a heading or a line; a word has been cut where no list of words can help.
    private static readonly Dictionary<string, double> LeastRecall = new()
    {
        [RepairRules.SentenceBreak] = 0.99,
        [RepairRules.WordBreak] = 0.99,
        [RepairRules.CapitalBreak] = 0.5,
        [RepairRules.Box] = 0.9,
        [RepairRules.Tail] = 0.99,
        [RepairRules.Furniture] = 0.95,
        [RepairRules.SpaceBeforeStop] = 0.99,
    };

    private static readonly BlockKind[] Told = [BlockKind.Heading, BlockKind.Quote, BlockKind.Thesis, BlockKind.ListItem, BlockKind.Verse];

    private static int Seeds => Environment.GetEnvironmentVariable("STUDYGROUP_LONG") == "1" ? 400 : 40;

    private static IReadOnlyList<string> Texts { get; } = [.. Repository.Files([Folder], ".txt").Order(StringComparer.Ordinal).Select(Repository.Read)];

    public static TheoryData<string> Names => [.. Repository.Files([Folder], ".txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Silent_repairs_are_right_ninety_nine_times_in_a_hundred_and_most_damage_is_found()
    {
        var (all, silent) = (new Tally(), new Tally());
        foreach (var text in Texts)
        {
            var clean = Read(text);
            for (var seed = 1; seed <= Seeds; seed++)
                Judge(clean, Injuries.Do(text, seed), all, silent);
        }

        output.WriteLine(all.ToString());
        output.WriteLine("Of these, without asking:\n" + silent);
        Assert.All(silent.Rules, rule => Assert.True(silent.Precision(rule) >= 0.99, $"{rule}\n{silent}"));
        Assert.All(LeastRecall, rule => Assert.True(all.Recall(rule.Key) >= rule.Value, $"{rule.Key}\n{all}"));
        Assert.True(LeastRecall.Keys.Sum(all.Right) > 20 * Texts.Count);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_text_without_damage_is_left_as_it_is(string name)
    {
        var reading = Read(Repository.Read($"{Folder}/{name}.txt"));

        Assert.DoesNotContain(reading.Repairs, repair => LeastRecall.ContainsKey(repair.Rule));
    }

    [Theory, MemberData(nameof(Names))]
    public void No_word_of_an_injured_text_is_lost(string name)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var damaged = Injuries.Do(Repository.Read($"{Folder}/{name}.txt"), seed).Text;
            Assert.Empty(LostWords.In(damaged, Raw.Document(damaged)));
        }
    }

    private static void Judge(ReadingDraft clean, DamagedText damaged, Tally all, Tally silent)
    {
        var reading = Read(damaged.Text);
        var blocks = reading.Blocks.Select(block => Letters(block.Label + block.Markdown)).ToHashSet(StringComparer.Ordinal);
        var kept = string.Concat(blocks);
        var unmet = damaged.Wounds.ToDictionary(wound => wound.Line);
        foreach (var repair in reading.Repairs.Where(repair => LeastRecall.ContainsKey(repair.Rule)))
        {
            // What is no part of the text is set aside under one name or another.
            var isMeant = unmet.TryGetValue(repair.Line, out var wound) && (wound.Rule == repair.Rule || wound.Foreign.Count > 0) && unmet.Remove(repair.Line);
            var isRight = isMeant && wound is not null && IsHealed(wound, blocks, kept);
            all.Add(repair.Rule, isRight ? 1 : 0, isRight ? 0 : 1, 0);
            if (repair.Sureness == Sureness.Silent)
                silent.Add(repair.Rule, isRight ? 1 : 0, isRight ? 0 : 1, 0);
        }

        foreach (var wound in unmet.Values)
            all.Add(wound.Rule, 0, 0, 1);
        foreach (var kind in Told)
            Compare(clean, reading, kind, all);
    }

    private static bool IsHealed(Wound wound, HashSet<string> blocks, string kept) =>
        wound.Whole is { } whole ? blocks.Contains(Letters(whole)) : !wound.Foreign.Any(line => kept.Contains(Letters(line), StringComparison.Ordinal) && Letters(line).Length > 0);

    private static void Compare(ReadingDraft clean, ReadingDraft reading, BlockKind kind, Tally all)
    {
        var expected = Starts(clean, kind);
        var found = Starts(reading, kind);
        all.Add("(" + kind.ToString().ToLowerInvariant() + ")", found.Intersect(expected).Count(), found.Except(expected).Count(), expected.Except(found).Count());
    }

    // A break behind a full stop cannot be told, so a block is known by how it begins.
    private static HashSet<string> Starts(ReadingDraft reading, BlockKind kind) =>
        [.. reading.Blocks.Where(block => block.Kind == kind).Select(block => Letters(block.Markdown)).Select(letters => letters[..Math.Min(15, letters.Length)])];

    private static ReadingDraft Read(string text) => Assert.Single(Raw.Document(text).Readings);

    private static string Letters(string? text)
    {
        var letters = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (char.IsLetter(character) || character == '.')
                letters.Append(character);
        }

        // The point of a printed number is no letter of the text.
        return letters.ToString().TrimStart('.');
    }
}
