using StudyGroup.Annotations.Anchoring;
using StudyGroup.Readings.Editions;
using Xunit;

namespace StudyGroup.Tests.Annotations.Anchoring;

/// <summary>Texts of our own are changed in every way that a seeded generator knows; afterwards it is counted where the marks went and where they should have gone.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Rounds = 3;
    private const int MarksInRound = 60;

    /// <summary>Here a passage may well be like its quote by a hair and measured a hair below.</summary>
    private static readonly string[] Light = ["nothing", "letters 1 %", "words 2 %", "white space and quotation marks", "paragraphs inserted", "paragraphs deleted", "paragraphs joined", "paragraphs split"];

    private static readonly string[] Heavy = ["letters 10 %", "letters 20 %", "words 10 %", "paragraphs moved and edited", "sentences moved into another paragraph", "everything at once"];

    [Fact]
    public void Marks_stay_with_their_words_and_not_one_goes_astray()
    {
        var tallies = new List<Tally>();
        foreach (var (name, mutate) in Mutation.All)
        {
            var essays = new Tally($"essays, {name}");
            var phrases = new Tally($"phrases, {name}");
            for (var round = 0; round < Rounds; round++)
            {
                Try(TracedText.Essays(), mutate, new Random(1_000 + round), essays);
                Try(TracedText.Phrases(round), mutate, new Random(2_000 + round), phrases);
            }

            tallies.AddRange([essays, phrases]);
        }

        output.WriteLine($"{"",-70} marks  right  wrong  doubtful  lost  could be kept, kept");
        foreach (var tally in tallies)
            output.WriteLine(tally.ToString());

        Assert.True(tallies.Sum(tally => tally.Marks) >= 10 * 700);
        Assert.All(tallies, tally => Assert.True(tally.Wrong == 0, tally.ToString()));
        var light = tallies.Where(tally => !Heavy.Any(name => tally.Name.EndsWith(", " + name, StringComparison.Ordinal))).ToList();
        Assert.All(light, tally => Assert.True(tally.Kept >= tally.Keepable * 0.98, tally.ToString()));
        Assert.True(light.Sum(tally => tally.Kept) >= light.Sum(tally => tally.Keepable) * 0.99);
    }

    [Fact]
    public void Every_repeated_quote_stays_at_its_own_place()
    {
        var repeated = 0;
        foreach (var name in Light)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var random = new Random(3_000 + round);
                var text = TracedText.Phrases(round);
                var whole = string.Join('\n', text.Paragraphs.Select(TracedText.Words));
                var marks = Marked.Draw(text, random, MarksInRound).Where(mark => whole.IndexOf(mark.Selector.Quote, StringComparison.Ordinal) != whole.LastIndexOf(mark.Selector.Quote, StringComparison.Ordinal)).ToList();
                var changed = text.Copy();
                Mutation.All[name](changed, random);
                var reanchoring = new Reanchoring(EditionChange.Between(text.Blocks(), changed.Blocks()));
                foreach (var mark in marks.Where(mark => mark.CanBeKept(changed)))
                {
                    var anchor = reanchoring.Carry(mark.Selector);
                    Assert.True(anchor.State != AnchorState.Lost && mark.OwnShareOf(changed, anchor.Place) >= 0.5, $"{name}, {round}: “{mark.Selector.Quote}” {anchor}");
                    repeated++;
                }
            }
        }

        Assert.True(repeated >= 500, $"{repeated}");
    }

    [Fact]
    public void A_place_that_is_shown_for_review_holds_whole_words_where_whole_words_were_marked()
    {
        const string Quote = "Anna and Peter suggest that the lamp be carried to the end of the pier";
        var text = TracedText.Of([$"The keeper was asked again. {Quote} before it is dark.", "Nobody else spoke of it."]);
        var fresh = TracedText.Of(["The keeper was asked again. So both of these people now propose that the lamp be carried to the end of the pier before it is dark.", "Nobody else spoke of it."]);
        var start = TracedText.Words(text.Paragraphs[0]).IndexOf(Quote, StringComparison.Ordinal);

        var anchor = new Reanchoring(EditionChange.Between(text.Blocks(), fresh.Blocks())).Carry(Marked.On(text, new Place(0, start, 0, start + Quote.Length)).Selector);

        Assert.Equal(AnchorState.Unsure, anchor.State);
        var (before, after) = (TracedText.Words(fresh.Paragraphs[0])[..anchor.Place.StartOffset], TracedText.Words(fresh.Paragraphs[0])[anchor.Place.EndOffset..]);
        Assert.EndsWith(" ", before, StringComparison.Ordinal);
        Assert.StartsWith(" ", after, StringComparison.Ordinal);
    }

    private static void Try(TracedText text, Action<TracedText, Random> mutate, Random random, Tally tally)
    {
        var marks = Marked.Draw(text, random, MarksInRound).ToList();
        var changed = text.Copy();
        mutate(changed, random);
        var reanchoring = new Reanchoring(EditionChange.Between(text.Blocks(), changed.Blocks()));
        foreach (var mark in marks)
            tally.Count(mark, reanchoring.Carry(mark.Selector), changed);
    }

    private sealed class Tally(string name)
    {
        public string Name => name;

        public int Marks { get; private set; }

        public int Right { get; private set; }

        public int Wrong { get; private set; }

        private int Doubtful { get; set; }

        private int Lost { get; set; }

        public int Keepable { get; private set; }

        public int Kept { get; private set; }

        private string Example { get; set; } = "";

        public void Count(Marked mark, Anchor anchor, TracedText text)
        {
            var isRight = anchor.State == AnchorState.Found && (mark.OwnShareOf(text, anchor.Place) >= 0.5 || mark.IsAtTwin(text, anchor.Place));
            Marks++;
            if (mark.CanBeKept(text))
            {
                Keepable++;
                Kept += isRight ? 1 : 0;
            }

            switch (anchor.State)
            {
                case AnchorState.Found when isRight: Right++; break;
                case AnchorState.Found:
                    Wrong++;
                    Example = $" | {anchor.Method} {anchor.Score:0.00} “{mark.Selector.Quote}”";
                    break;
                case AnchorState.Unsure: Doubtful++; break;
                default: Lost++; break;
            }
        }

        public override string ToString() => $"{name,-70} {Marks,5}  {Right,5}  {Wrong,5}  {Doubtful,8}  {Lost,4}  {Keepable,5} {Kept,5}{Example}";
    }
}
