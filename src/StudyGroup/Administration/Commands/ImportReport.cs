using System.Globalization;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Commands;

/// <summary>Says of each file what was found in it and what became of it, and sums up at the end.</summary>
internal sealed class ImportReport(Terminal terminal, SiteAddress site, CarryOverTally carryOvers, TimeProvider time, string groupSlug)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ImportSummary summary = new();

    public bool IsComplete => summary.IsComplete;

    public string Summary() => summary.ToString();

    /// <summary>Waits for a step, and says now and then that it is still under way.</summary>
    /// <param name="what">The step.</param>
    /// <param name="step">It is under way.</param>
    /// <param name="percent">How much of it is done, where it can be said.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task<T> WaitAsync<T>(string what, Task<T> step, Func<int>? percent, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (await Task.WhenAny(step, Task.Delay(Patience, time, cancellationToken)) != step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await terminal.SayAsync(string.Create(CultureInfo.CurrentCulture, $"{what}, {(percent is null ? "" : $"{percent()} %, ")}{time.GetElapsedTime(begun).TotalSeconds:N0} s"));
        }

        return await step;
    }

    public async Task RefusedAsync(string place, string file, Error error)
    {
        summary.Add(file, error.Code == "already-imported" ? "known already" : "not imported", null);
        await terminal.ComplainAsync($"{place}: {error.Message}");
    }

    public async Task ImportedAsync(string place, string file, ImportedDocument document, IReadOnlyList<ImportedReading> stored, CancellationToken cancellationToken)
    {
        summary.Add(file, stored.All(reading => reading.As == ImportedAs.NewEdition) ? "new edition" : "imported", document);
        await terminal.SayAsync($"{place}: {Count(document)}");
        foreach (var (reading, draft) in stored.Zip(document.Readings))
            await terminal.SayAsync($"  {await BecameAsync(reading, cancellationToken) ?? Found(draft)}{Environment.NewLine}    {site.Of($"/groups/{groupSlug}/readings/{reading.Slug}")}");
    }

    /// <param name="place">Which of the files it is.</param>
    /// <param name="file">Its name.</param>
    /// <param name="document">What was found in it.</param>
    /// <param name="forecast">What storing it would make of each text; empty when that is not known.</param>
    public async Task FoundAsync(string place, string file, ImportedDocument document, IReadOnlyList<ImportedReading> forecast)
    {
        summary.Add(file, "readable", document);
        await terminal.SayAsync($"{place}: {Count(document)}");
        foreach (var (index, draft) in document.Readings.Index())
            await terminal.SayAsync("  " + Found(draft) + (index < forecast.Count ? WouldBecome(forecast[index]) : ""));
    }

    private static string WouldBecome(ImportedReading reading) => reading.As switch
    {
        ImportedAs.NewEdition => $"{Environment.NewLine}    would become edition {reading.Edition} of “{reading.Title}”",
        ImportedAs.Known => $"{Environment.NewLine}    is there already: edition {reading.Edition} of “{reading.Title}”",
        _ => "",
    };

    public async Task LeftAsync(string place, string file, ImportedDocument document)
    {
        summary.Add(file, "left to review", document);
        await terminal.SayAsync($"{place}: {Count(document)}, waiting for an editor: {site.Of("/import")}");
        foreach (var draft in document.Readings)
            await terminal.SayAsync("  " + Found(draft));
    }

    /// <summary>What a text of a known reading became, and what became of the marks on it; null for a new one.</summary>
    private async Task<string?> BecameAsync(ImportedReading reading, CancellationToken cancellationToken)
    {
        if (reading.As != ImportedAs.NewEdition)
            return reading.As == ImportedAs.Known ? $"{reading.Title}: known already, it is edition {reading.Edition}" : null;
        var counts = await carryOvers.CountAsync(reading.Id, cancellationToken);
        return $"{reading.Title}: a changed text, now edition {reading.Edition}. Marks: {counts.Kept:N0} kept, {counts.Moved:N0} moved, {counts.ToReview:N0} to review, {counts.Orphaned:N0} orphaned";
    }

    private static string Count(ImportedDocument document)
    {
        var readings = document.Readings.Count == 1 ? "1 reading" : $"{document.Readings.Count} readings";
        return document.Issue is { } issue ? $"{readings}, of {issue.Title}{(issue.Number is null ? "" : $" No. {issue.Number}")}" : readings;
    }

    private static string Found(ReadingDraft draft)
    {
        var review = draft.Repairs.Count(repair => repair.Sureness == Sureness.ForReview);
        string?[] parts =
        [
            draft.Title, draft.Authors.Count == 0 ? null : string.Join(", ", draft.Authors), draft.Date, draft.Language,
            Of(draft.Blocks.Count(block => block.Kind == BlockKind.Heading), "heading"), Of(draft.Footnotes.Count, "note"), Of(draft.Blocks.Count(block => block.Kind == BlockKind.Figure), "figure"), Of(draft.SetAside.Count, "part", "set aside"), Of(review, "repair", "to review"),
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string? Of(int count, string what, string which = "") =>
        count == 0 ? null : string.Create(CultureInfo.CurrentCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")} {which}").TrimEnd();
}
