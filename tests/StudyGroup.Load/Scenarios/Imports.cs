using System.Diagnostics;
using System.Globalization;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>How long the command takes for an article and for a file as large as files may be. The start of the program, which a few words cost too, is taken off the article's time.</summary>
internal sealed class Imports : IScenario
{
    private const int Runs = 3;
    private const int Article = 110_000;
    private const int Large = 50_000_000;

    public string Name => "import";

    public Target Target => Targets.ImportLarge;

    public bool NeedsOwnServer => true;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var program = context.Program with { Data = context.Files.At("import-data") };
        await TimeAsync("First", 1);
        var (start, article) = (double.MaxValue, double.MaxValue);
        for (var run = 1; run <= Runs; run++)
        {
            start = Math.Min(start, await TimeAsync($"Few Words {run}", 1));
            article = Math.Min(article, await TimeAsync($"An Article {run}", Article));
        }

        var large = await TimeAsync("A Large File", Large);
        var starting = string.Create(CultureInfo.InvariantCulture, $"starting the program and importing a few words took {start:0.00} s, with the article {article:0.00} s; the best of {Runs}");
        return
        [
            new Row("import-article", $"import of {Article / 1000:N0} KB of plain text, beyond the start of the program", Targets.ImportSmall, Math.Max(0, article - start)) { Detail = starting },
            new Row("import-large", $"import of {Large / 1_000_000:N0} MB of plain text", Targets.ImportLarge, large) { Detail = starting },
        ];

        async Task<double> TimeAsync(string title, int length)
        {
            var path = context.Files.At(title + ".txt");
            await using (var file = File.CreateText(path))
                await WriteAsync(file, title, length);
            var begun = Stopwatch.GetTimestamp();
            await program.CommandAsync(["import", path], cancellationToken);
            File.Delete(path);
            return Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
    }

    private static async Task WriteAsync(StreamWriter file, string title, int length)
    {
        await file.WriteAsync($"{title}\n\nBy Ada Brook\n\n");
        var written = 0;
        for (var number = 1; written < length; number++)
        {
            var paragraph = number % 40 == 1
                ? string.Create(CultureInfo.InvariantCulture, $"Chapter {(number / 40) + 1}\n\n")
                : string.Concat(Enumerable.Range(0, 6).Select(sentence => Sentence((number * 6) + sentence))) + "\n\n";
            await file.WriteAsync(paragraph);
            written += paragraph.Length;
        }
    }

    private static string Sentence(int number) => string.Create(
        CultureInfo.InvariantCulture, $"The keeper of gate {number * 7919 % 1009} counted {number} boats before noon, and wrote the number {number * 31 % 977} into the book that lay on the sill. ");
}
