using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion.Sections;

/// <summary>Own note first: what opens a section, and which.</summary>
public sealed class SectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_comment_opens_the_section_that_it_stands_in_and_no_other(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayEverywhereAsync(stage, stage.Ben);
        await stage.SetOwnNoteFirstAsync();
        Assert.Equal(["", "b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));

        await SayAsync(stage, stage.Ana, "b3");

        Assert.Equal(["", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));
        Assert.Equal(["Ana Beck at b3", "Ben Alderny at b3"], await CardsAsync(stage, stage.Ana));
        Assert.Equal(["", "b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Observer));
    }

    [Theory, BothEngines]
    public async Task An_answer_and_a_note_to_oneself_open_the_section_and_a_highlight_does_not(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        var first = await SayAsync(stage, stage.Ben, "b3");
        await SayAsync(stage, stage.Ben, "b3");
        await SayAsync(stage, stage.Ben, "b5");
        await stage.SetOwnNoteFirstAsync();
        var mark = new AddAnnotation(Guid.CreateVersion7(), stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, false, PassageIn(stage, "b3"));
        (await stage.Get<AddAnnotationHandler>().HandleAsync(mark, stage.Ana, Cancellation)).Must();
        Assert.Equal(["b2", "b4"], await WaitingAsync(stage, stage.Ana));

        (await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), "So it is.") { ThreadId = first.ThreadId })).Must();
        await SayAsync(stage, stage.Ana, "b5", isPrivate: true);

        Assert.Empty(await WaitingAsync(stage, stage.Ana));
        Assert.Equal(5, (await CardsAsync(stage, stage.Ana)).Count);
    }

    [Theory, BothEngines]
    public async Task Who_wrote_before_it_was_set_has_opened_that_section(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayEverywhereAsync(stage, stage.Ben);
        await SayAsync(stage, stage.Ana, "b5");

        await stage.SetOwnNoteFirstAsync();

        Assert.Equal(["", "b2", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));
        Assert.Empty(await WaitingAsync(stage, stage.Owner));
    }

    [Theory, BothEngines]
    public async Task What_was_opened_stays_open_when_ones_own_comment_is_deleted(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayAsync(stage, stage.Ben, "b3");
        await stage.SetOwnNoteFirstAsync();
        var own = await SayAsync(stage, stage.Ana, "b3");

        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(own.Id), stage.Ana, Cancellation)).Must();

        Assert.Empty(await WaitingAsync(stage, stage.Ana));
    }

    [Theory, BothEngines]
    public async Task Everything_is_shown_again_when_it_is_set_no_longer(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayEverywhereAsync(stage, stage.Ben);
        await stage.SetOwnNoteFirstAsync();
        Assert.Empty(await CardsAsync(stage, stage.Ana));

        await stage.SetOwnNoteFirstAsync(isOn: false);

        Assert.Empty(await WaitingAsync(stage, stage.Ana));
        Assert.Equal(["Ben Alderny at b1", "Ben Alderny at b3", "Ben Alderny at b5"], await CardsAsync(stage, stage.Ana));
    }

    [Theory, BothEngines]
    public async Task Who_moderates_no_longer_has_to_write_first(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayAsync(stage, stage.Ben, "b3");
        await stage.SetOwnNoteFirstAsync();
        Assert.Single(await CardsAsync(stage, stage.Moderator));

        (await stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, stage.Moderator.AccountId, Role.Participant), stage.Owner, Cancellation)).Must();

        Assert.Empty(await CardsAsync(stage, stage.Moderator));
        Assert.Equal(["b2"], await WaitingAsync(stage, stage.Moderator));
    }

    [Theory, BothEngines]
    public async Task The_members_own_pages_are_told_once_that_a_section_is_open(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await stage.SetOwnNoteFirstAsync();

        await SayAsync(stage, stage.Ana, "b3");
        await SayAsync(stage, stage.Ana, "b3");
        await stage.MarkReadAsync(stage.Ana, "b2");

        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.StreamId == stage.Ana.AccountId && row.Kind == DiscussionEvents.SectionOpened, Cancellation));
    }

    [Theory, BothEngines]
    public async Task What_was_opened_stays_open_under_another_heading_and_what_was_not_stays_closed(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayEverywhereAsync(stage, stage.Ben);
        await stage.SetOwnNoteFirstAsync();
        await stage.MarkReadAsync(stage.Ana, "b2");

        (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(Halves("Of quays", "Under water"), stage.GroupId), stage.Owner, Cancellation)).Must();

        Assert.Equal(["Ben Alderny at b3"], await CardsAsync(stage, stage.Ana));
        Assert.Equal(3, (await WaitingAsync(stage, stage.Ana)).Count);
        Assert.Equal(4, (await WaitingAsync(stage, stage.Observer)).Count);
    }

    [Theory, BothEngines]
    public async Task Reading_to_the_end_of_a_section_opens_it_where_the_group_has_set_it_so(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayEverywhereAsync(stage, stage.Ben);
        await stage.SetOwnNoteFirstAsync();
        await ReadToAsync(stage, stage.Ana, "b1");
        Assert.Equal(["", "b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));

        await OpenByReadingAsync(stage);
        Assert.Equal(["b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));

        await ReadToAsync(stage, stage.Ana, "b2");
        Assert.Equal(["b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));

        await ReadToAsync(stage, stage.Ana, "b3");
        Assert.Equal(["b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));
        Assert.Equal(["Ben Alderny at b1", "Ben Alderny at b3"], await CardsAsync(stage, stage.Ana));

        await ReadToAsync(stage, stage.Ana, "b5");
        await ReadToAsync(stage, stage.Ana, "b1");
        Assert.Empty(await WaitingAsync(stage, stage.Ana));
        Assert.Equal(["", "b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Observer));
    }

    [Theory, BothEngines]
    public async Task Reading_opens_nothing_in_a_group_that_asks_for_a_note(Engine engine)
    {
        await using var stage = await StageAsync(engine);
        await SayEverywhereAsync(stage, stage.Ben);
        await OpenByReadingAsync(stage);
        await stage.SetOwnNoteFirstAsync();

        await ReadToAsync(stage, stage.Ana, "b5");

        Assert.Equal(["", "b2", "b4", OpenedSection.Whole], await WaitingAsync(stage, stage.Ana));
    }

    private static ImportedDocument Halves(string first, string second) => new($"{first}.md", $"hash of {first}", null,
    [
        new ReadingDraft
        {
            Title = "Two Halves",
            Blocks =
            [
                new(BlockKind.Paragraph, "Before anything is called by a name."), new(BlockKind.Heading, first, Level: 2), new(BlockKind.Paragraph, "It is longer than the other."),
                new(BlockKind.Heading, second, Level: 2), new(BlockKind.Paragraph, "It is shorter than the other."),
            ],
        },
    ]);

    private static async Task<Stage> StageAsync(Engine engine)
    {
        var stage = await Stage.CreateAsync(engine);
        var imported = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(Halves("The first half", "The second half"), stage.GroupId), stage.Owner, Cancellation)).Must()[0];
        await using var db = await stage.ReadAsync();
        var edition = await db.Readings().Where(reading => reading.Id == imported.Id).Select(reading => reading.CurrentEditionId).SingleAsync(Cancellation);
        stage.Text = new StagedText(stage.GroupId, imported.Id, edition, imported.Slug);
        return stage;
    }

    private static Passage PassageIn(Stage stage, string block) => new(stage.Text.EditionId, new TextPoint(block, 0), new TextPoint(block, 2));

    private static async Task<PostedComment> SayAsync(Stage stage, CurrentMember author, string? block, bool isPrivate = false)
    {
        var target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Passage = block is null ? null : PassageIn(stage, block), IsPrivate = isPrivate };
        return (await stage.PostAsync(author, new PostComment(Guid.CreateVersion7(), "It says so.") { Target = target })).Must();
    }

    private static async Task SayEverywhereAsync(Stage stage, CurrentMember author)
    {
        foreach (var block in new[] { "b1", "b3", "b5", null })
            await SayAsync(stage, author, block);
    }

    private static async Task OpenByReadingAsync(Stage stage) =>
        (await stage.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(stage.GroupId, stage.Text.ReadingId, IsOn: true) { OpensByReading = true }, stage.Owner, Cancellation)).Must();

    private static async Task ReadToAsync(Stage stage, CurrentMember member, string block)
    {
        (await stage.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(stage.Text.ReadingId, block), member, Cancellation)).Must();
        (await stage.Get<SectionReading>().ReadOnAsync(stage.Text.ReadingId, member, Cancellation)).Must();
    }

    private static async Task<IReadOnlyList<string>> WaitingAsync(Stage stage, CurrentMember member) =>
        [.. (await stage.Get<SectionQuery>().ListAsync(stage.GroupId, stage.Text.ReadingId, member, Cancellation)).Waiting.Select(section => section.Section)];

    private static async Task<IReadOnlyList<string>> CardsAsync(Stage stage, CurrentMember member) =>
        [.. (await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, member, Cancellation)).Select(card => $"{card.StartedByName} at {card.Mark?.StartBlock}").Order(StringComparer.Ordinal)];
}
