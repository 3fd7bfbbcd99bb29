using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Annotations.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;
using static StudyGroup.Tests.Annotations.Editions.EditionSteps;
using static StudyGroup.Tests.Authorization.StagedText;

namespace StudyGroup.Tests.Annotations.Editions;

public sealed class DecisionTests
{
    private const string Doubtful = "In the morning the number had changed, and nobody could tell which door was new.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_doubtful_place_is_accepted_and_that_is_taken_back(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new");
        await stage.ReviseAsync(First, Doubtful);

        (await AcceptAsync(stage, mark)).Must();
        Assert.Equal((AnchorState.Found, "nobody could tell which door was new"), ((await stage.MarkRowAsync(mark)).State, await stage.WordsOfAsync(mark)));
        Assert.Equal("nothing-to-accept", (await AcceptAsync(stage, mark)).Error?.Code);

        (await TakeBackAsync(stage, mark)).Must();
        Assert.Equal(AnchorState.Unsure, (await stage.MarkRowAsync(mark)).State);
        Assert.Null((await stage.CarriedAsync(mark)).Decision);
    }

    [Theory, BothEngines]
    public async Task A_doubtful_place_that_is_wrong_is_left_and_may_be_accepted_after_all(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new");
        await stage.ReviseAsync(First, Second.Replace("say whose", "tell which", StringComparison.Ordinal), Third);

        (await TakeBackAsync(stage, mark)).Must();
        Assert.Equal((AnchorState.Lost, CarryDecision.TakenBack), ((await stage.MarkRowAsync(mark)).State, (await stage.CarriedAsync(mark)).Decision.GetValueOrDefault()));

        (await AcceptAsync(stage, mark)).Must();
        Assert.Equal("nobody could tell which door was new", await stage.WordsOfAsync(mark));
    }

    [Theory, BothEngines]
    public async Task A_place_that_was_taken_is_taken_back_and_given_again(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        await stage.ReviseAsync(Third, First, Second);

        (await TakeBackAsync(stage, mark)).Must();
        var loose = await stage.MarkRowAsync(mark);
        Assert.Equal((AnchorState.Lost, loose.StartBlock, loose.StartOffset), (loose.State, loose.EndBlock, loose.EndOffset));
        Assert.Equal("nothing-to-take-back", (await TakeBackAsync(stage, mark)).Error?.Code);

        (await AcceptAsync(stage, mark)).Must();
        Assert.Equal("counted the doors", await stage.WordsOfAsync(mark));
    }

    [Theory, BothEngines]
    public async Task A_mark_without_words_is_attached_to_a_passage_by_hand_and_keeps_its_quote(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine, services => services.AddRealtime());
        var mark = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        await stage.ReviseAsync(Second, Third);
        var place = await PassageAsync(stage, 2, "longer list");

        (await stage.Get<AttachMarkHandler>().HandleAsync(new AttachMark(mark, place), stage.Moderator, Cancellation)).Must();

        var row = await stage.MarkRowAsync(mark);
        Assert.Equal((AnchorState.Found, "counted the doors"), (row.State, row.Quote));
        Assert.Equal("longer list", await stage.WordsOfAsync(mark));
        Assert.Equal(CarryDecision.Attached, (await stage.CarriedAsync(mark)).Decision);

        (await TakeBackAsync(stage, mark)).Must();
        Assert.Equal(AnchorState.Lost, (await stage.MarkRowAsync(mark)).State);
    }

    [Theory, BothEngines]
    public async Task A_mark_can_be_attached_only_to_the_text_as_it_is_and_only_after_an_edition_touched_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var old = stage.Text.Passage();
        var untouched = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        Assert.Equal("not-carried", (await stage.Get<AttachMarkHandler>().HandleAsync(new AttachMark(untouched, old), stage.Ana, Cancellation)).Error?.Code);

        await stage.ReviseAsync(Second, Third);

        Assert.Equal("bad-passage", (await stage.Get<AttachMarkHandler>().HandleAsync(new AttachMark(untouched, old), stage.Ana, Cancellation)).Error?.Code);
    }

    [Theory, BothEngines]
    public async Task All_doubtful_places_of_the_group_are_accepted_at_once_and_private_ones_wait_for_their_authors(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var shared = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new");
        var mine = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new", isPrivate: true);
        await stage.ReviseAsync(First, Doubtful);
        var newest = await stage.NewestCarryOverAsync();

        var accepted = await stage.Get<AcceptCarriedMarksHandler>().HandleAsync(new AcceptCarriedMarks(newest.Id, stage.GroupId), stage.Moderator, Cancellation);

        Assert.Equal(1, accepted.Value);
        Assert.Equal((AnchorState.Found, AnchorState.Unsure), ((await stage.MarkRowAsync(shared)).State, (await stage.MarkRowAsync(mine)).State));
        Assert.Equal(Error.NotFound, (await AcceptAsync(stage, mine)).Error);
        (await stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(mine), stage.Ana, Cancellation)).Must();
        Assert.Equal(AnchorState.Found, (await stage.MarkRowAsync(mine)).State);
    }

    [Theory, BothEngines]
    public async Task An_author_decides_about_the_own_mark_and_another_member_does_not(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new");
        await stage.ReviseAsync(First, Doubtful);

        Assert.NotNull((await stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(mark), stage.Ben, Cancellation)).Error);
        (await stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(mark), stage.Ana, Cancellation)).Must();
    }

    [Theory, BothEngines]
    public async Task A_decision_is_heard_of_as_a_mark_at_its_new_place(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine, services => services.AddRealtime());
        var mark = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new");
        await stage.ReviseAsync(First, Doubtful);
        var topic = Topic.Reading(stage.GroupId, stage.Text.ReadingId);
        var before = (await stage.Get<EventReplay>().ReadAfterAsync(topic, stage.GroupId, after: null, Cancellation)).Sequence;

        (await AcceptAsync(stage, mark)).Must();

        var heard = Assert.Single((await stage.Get<EventReplay>().ReadAfterAsync(topic, stage.GroupId, before, Cancellation)).Events);
        Assert.Equal((AnnotationEvents.Added, mark), (heard.Kind, heard.SubjectId));
    }

    private static Task<Result> AcceptAsync(Stage stage, Guid mark) => stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(mark), stage.Moderator, Cancellation);

    private static Task<Result> TakeBackAsync(Stage stage, Guid mark) => stage.Get<TakeBackCarriedMarkHandler>().HandleAsync(new TakeBackCarriedMark(mark), stage.Moderator, Cancellation);

    private static async Task<Passage> PassageAsync(Stage stage, int paragraph, string words)
    {
        var other = await stage.MarkAsync(stage.Owner, paragraph, words);
        var row = await stage.MarkRowAsync(other);
        return new Passage(row.EditionId, new TextPoint(row.StartBlock, row.StartOffset), new TextPoint(row.EndBlock, row.EndOffset));
    }
}
