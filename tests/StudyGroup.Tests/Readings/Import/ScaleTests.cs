using System.Diagnostics;
using System.Text;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>Time grows with the length of a file, whatever is in it; a step that looks back over all of it would take hours here.</summary>
public sealed class ScaleTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Files => new()
    {
        { "one line of five megabytes", "A title\n\n" + string.Concat(Enumerable.Repeat("the wheel of the mill was turning, and ", 130_000)) },
        { "a million empty lines", "A title\n\nThe mill." + new string('\n', 1_000_000) + "The wheel.\n" },
        { "nothing but breaks", "A title\n\n" + string.Concat(Enumerable.Range(0, 100_000).Select(index => $"and the {index}th of the words in the\n\n")) },
        { "nothing but stars", "A title\n\n" + string.Concat(Enumerable.Repeat("*a _b ", 300_000)) },
        { "nothing but brackets", "A title\n\n" + string.Concat(Enumerable.Repeat("[a](b ![", 200_000)) },
        { "nothing but pointed brackets", "A title\n\n" + new string('<', 2_000_000) },
        { "fences without an end", "A title\n\n" + string.Concat(Enumerable.Repeat("````\n\n~~~\n\nMill.\n\n", 50_000)) },
        { "one note many times", "A title\n\n" + string.Concat(Enumerable.Repeat("The mill.[1]\n\n[1] The note.\n\n", 50_000)) },
        { "many short articles", string.Concat(Enumerable.Range(0, 4_000).Select(index => $"The {index}th article\n\nBy Anna Berg, 3 May 1901\n\n{Raw.Prose}\n\n")) },
        { "labels everywhere", string.Concat(Enumerable.Repeat("Books of the House\n\nThe wheel of the mill was turning and turning and it had no end of it\n\n", 50_000)) },
    };

    [Theory, MemberData(nameof(Files))]
    public void A_strange_file_is_read_in_time(string name, string text)
    {
        var clock = Stopwatch.StartNew();

        var result = new DocumentImporter().Import("strange.txt", Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, name);
        Assert.True(clock.Elapsed < Budget, $"{name}: {clock.Elapsed}");
    }

    [Fact]
    public void A_long_file_says_all_the_time_how_much_of_it_is_done()
    {
        var said = new Said();
        var text = "A title\n\n" + string.Concat(Enumerable.Repeat(Raw.Prose + "\n\n", 20_000));

        var result = new DocumentImporter().Import("long.txt", Encoding.UTF8.GetBytes(text), new ImportChoices { Progress = said }, TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded);
        Assert.Equal(said.Percents.Order(), said.Percents);
        Assert.True(said.Percents.Count > 50, string.Join(' ', said.Percents));
        Assert.InRange(said.Percents[^1], 95, 99);
    }

    private sealed class Said : IProgress<int>
    {
        public List<int> Percents { get; } = [];

        public void Report(int value) => Percents.Add(value);
    }

    [Fact]
    public void Who_cancels_does_not_wait()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new DocumentImporter().Import("long.txt", Encoding.UTF8.GetBytes("A title\n\n" + Raw.Prose), source.Token));
    }
}
