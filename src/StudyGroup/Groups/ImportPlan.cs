using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using StudyGroup.Readings.Import;

namespace StudyGroup.Groups;

/// <summary>A reading of the shelf that says what a text of the document says, or said so before it changed.</summary>
internal sealed record KnownText(Reading Reading, string Slug, EditionPlan Plan)
{
    /// <summary>From 0 to 1.</summary>
    public double Likeness => Plan.Edition?.Change.CommonShare ?? 1;
}

/// <summary>A text of the document, and the reading it belongs to where there is one.</summary>
internal sealed record PlannedText(ReadingDraft Draft, KnownText? Known);

/// <summary>What is to become of each text of a document.</summary>
/// <param name="Texts">In the order of the document.</param>
/// <param name="ClaimsSource">Whether the group has not imported this file before: then of two who do so at once one is let through.</param>
internal sealed record ImportPlan(IReadOnlyList<PlannedText> Texts, bool ClaimsSource)
{
    public bool ChangesNothing => Texts.All(text => text.Known?.Plan.Known is not null);

    public IReadOnlyList<ReadingDraft> NewTexts => [.. Texts.Where(text => text.Known is null).Select(text => text.Draft)];

    /// <summary>The issue that the known ones came from.</summary>
    public Guid? IssueId => Texts.Select(text => text.Known?.Reading.IssueId).FirstOrDefault(id => id is not null);

    /// <summary>In one order for everybody, so that two imports of the same readings wait for each other and not against each other.</summary>
    public IEnumerable<NewEdition> Editions => Texts
        .Select(text => text.Known?.Plan).OfType<EditionPlan>()
        .OrderBy(plan => plan.ReadingId).Select(plan => plan.Edition).OfType<NewEdition>();

    /// <summary>The answer: what was stored, in the order of the document.</summary>
    public IReadOnlyList<ImportedReading> InOrder(IReadOnlyList<ImportedReading> added)
    {
        var next = 0;
        return [.. Texts.Select(text => text.Known is { } known ? Of(known) : added[next++])];
    }

    /// <summary>The answer that would be given; what is new has no address yet.</summary>
    public IReadOnlyList<ImportedReading> Forecast() => InOrder([.. NewTexts.Select(draft => new ImportedReading(Guid.Empty, draft.Title, "", draft.Blocks.Count))]);

    private static ImportedReading Of(KnownText known) =>
        new(known.Reading.Id, known.Reading.Title, known.Slug, known.Plan.Edition?.Edition.ParagraphCount ?? 0)
        {
            As = known.Plan.Edition is null ? ImportedAs.Known : ImportedAs.NewEdition,
            Edition = known.Plan.Edition?.Edition.Number ?? known.Plan.Known ?? 1,
        };
}
