using StudyGroup.Annotations;
using static StudyGroup.Administration.Demonstration.DemonstrationPeople;

namespace StudyGroup.Administration.Demonstration;

/// <summary>Something a member says in answer to the first comment of a thread.</summary>
internal sealed record DemonstrationAnswer(DemonstrationPerson By, string Markdown);

/// <summary>The beginning of a thread: on the words quoted, on a text as a whole, or (without a text) on nothing. Words without a comment are a highlight.</summary>
internal sealed record DemonstrationThread(DemonstrationPerson By, string? Text, string? Quote, string Markdown)
{
    public AnnotationKind Kind { get; init; } = AnnotationKind.Comment;

    public bool IsPrivate { get; init; }

    public string? Title { get; init; }

    /// <summary>Words whose ¶ number stands in the comment where <c>{¶}</c> is written.</summary>
    public string? See { get; init; }

    public IReadOnlyList<DemonstrationAnswer> Answers { get; init; } = [];
}

/// <summary>What the demonstration's members have said to each other before anybody opens the page.</summary>
internal static class DemonstrationTalk
{
    public const string Margin = "the-common-margin.md";
    public const string Tides = "a-table-of-tides.md";
    public const string Bench = "the-bench-at-the-reservoir.md";

    public static readonly IReadOnlyList<DemonstrationThread> All =
    [
        new(Owner, Margin, null, $"Please come with one of the seven theses that you would strike out, and the reason. @{Ana.Name} will begin.") { Title = "For Thursday" },
        new(Ana, Margin, "Under nonsense there stood say why.", "I tried this on the minutes of our last meeting. Asking *say why* once changed more than the whole agenda did.")
        {
            Answers =
            [
                new(Ben, "Because it was asked once. Asked five times in a row it is an interrogation."),
                new(Ana, "Then the margin helps: there is not room enough for five."),
            ],
        },
        new(Ben, Margin, "There must be a pencil so soft that only the one who holds it can read the line", "Does this hold against a moderator too? If somebody keeps order, should there be anything they cannot read? ¶{¶} sounds as if they read everything.")
        {
            Kind = AnnotationKind.Question,
            See = "Whoever keeps order in the margin",
            Answers = [new(Moderator, $"It holds against me as well, @{Ben.Name}. I keep order in what *everybody* reads. What only you can see is none of my business.")],
        },
        new(Ben, Margin, "A margin lives in a place.", "") { Kind = AnnotationKind.Highlight },
        new(Ana, Margin, "The ink of the remarks had run", "Read this paragraph aloud on Thursday, slowly.") { IsPrivate = true },
        new(Ana, Margin, "A page, he said, is not a parliament", "I am with the surveyor here, until the footnote. Did he change his mind, or did he only remember how it is done in his own trade?")
        {
            Kind = AnnotationKind.Question,
        },
        new(Moderator, Tides, "Eleven kitchens are an instrument.", "The best argument for notes in a margin that I know, and it comes from a text about water.")
        {
            Answers = [new(Owner, "Which leaves us with the question who our postmistress is.")],
        },
        new(Ana, Tides, "Nobody is its author.", "Is that so? Somebody decided which corrections were copied and which were laughed at.") { Kind = AnnotationKind.Question },
        new(Ben, null, null, "Two proposals for after the tides: something short about maps, or the essay on queues that Milan keeps quoting.") { Title = "What do we read next?" },
        new(Zoe, Bench, "first as a line and then as a corner", "I have never seen more than the line."),
    ];
}
