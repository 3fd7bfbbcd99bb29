using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations;

public sealed class SelectorTests
{
    private const int FirstLength = 79;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Start block and offset, end block and offset, and what is wrong with them.</summary>
    public static TheoryData<string, int, string, int, string> BadPlaces => new()
    {
        { "b2", -1, "b2", 5, "starts before the text" },
        { "b2", int.MinValue, "b2", int.MaxValue, "is boundless" },
        { "b2", 0, "b2", FirstLength + 1, "ends behind the block" },
        { "b2", FirstLength + 1, "b3", 5, "starts behind the block" },
        { "b2", 5, "b2", 5, "is empty" },
        { "b2", 6, "b2", 5, "ends before it starts" },
        { "b3", 0, "b2", 5, "ends in an earlier block" },
        { "b9", 0, "b2", 5, "starts in a block that is not there" },
        { "b2", 0, "b9", 5, "ends in a block that is not there" },
        { "", 0, "", 5, "names no block" },
        { "b2", 3, "b2", 4, "marks a blank" },
        { "b2", FirstLength, "b3", 0, "marks a line break" },
    };

    [Theory, BothEngines]
    public async Task A_passage_within_a_block_is_kept_with_its_place_its_words_and_those_around_them(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var mark = await MarkAsync(stage, "b2", 41, "b2", 52);

        Assert.Equal(("b2", 1, 41), (mark.StartBlock, mark.StartPosition, mark.StartOffset));
        Assert.Equal(("b2", 1, 52), (mark.EndBlock, mark.EndPosition, mark.EndOffset));
        Assert.Equal((stage.Text.EditionId, stage.Text.ReadingId, stage.GroupId), (mark.EditionId, mark.ReadingId, mark.GroupId));
        Assert.Equal("long street", mark.Quote);
        Assert.Equal("ighter counted the doors of the ", mark.Prefix);
        Assert.Equal(" and wrote the number down.", mark.Suffix);
    }

    [Theory, BothEngines]
    public async Task A_passage_over_blocks_joins_their_words_with_line_breaks(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var mark = await MarkAsync(stage, "b1", 2, "b3", 14);

        Assert.Equal($"ors\n{StagedText.First}\n{StagedText.Second[..14]}", mark.Quote);
        Assert.Equal((0, 2), (mark.StartPosition, mark.EndPosition));
        Assert.Equal("Do", mark.Prefix);
        Assert.Equal(StagedText.Second[14..46], mark.Suffix);
    }

    [Theory, MemberData(nameof(BadPlaces))]
    public async Task A_place_that_the_text_does_not_have_is_refused_in_one_sentence(string start, int from, string end, int to, string why)
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var passage = new Passage(stage.Text.EditionId, new TextPoint(start, from), new TextPoint(end, to));

        await AssertRefusedAsync(stage, passage, why);
    }

    [Theory, BothEngines]
    public async Task A_passage_of_another_text_or_of_none_is_refused_in_the_same_sentence(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        await AssertRefusedAsync(stage, stage.TextElsewhere.Passage(), "is in another text");
        await AssertRefusedAsync(stage, stage.Text.Passage() with { EditionId = Guid.CreateVersion7() }, "is in no text");
    }

    [Fact]
    public async Task No_pair_of_surrogates_is_ever_cut()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        // The letter in the middle makes pairs begin at even places before it and at odd ones behind it.
        var faces = string.Concat(Enumerable.Repeat("😀", 20));
        stage.Text = await stage.ShelveParagraphsAsync([$"{faces}x{faces}"]);

        var behind = await MarkAsync(stage, "b1", 41, "b1", 43);
        var before = await MarkAsync(stage, "b1", 38, "b1", 40);

        Assert.Equal("😀", behind.Quote);
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 15)) + "x", behind.Prefix);
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 15)), before.Suffix);
        await AssertRefusedAsync(stage, PlaceOf(stage, "b1", 1, "b1", 4), "starts inside a sign");
        await AssertRefusedAsync(stage, PlaceOf(stage, "b1", 0, "b1", 3), "ends inside a sign");
    }

    [Fact]
    public async Task Four_thousand_characters_can_be_marked_and_no_more()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        stage.Text = await stage.ShelveParagraphsAsync([new string('o', 3_000), new string('a', 3_000)]);

        var longest = await MarkAsync(stage, "b1", 0, "b2", TextLimits.Quote - 3_001);

        Assert.Equal(TextLimits.Quote, longest.Quote.Length);
        var refused = await AddAsync(stage, PlaceOf(stage, "b1", 0, "b2", TextLimits.Quote - 3_000));
        Assert.Equal(("bad-passage", ErrorKind.BadPassage), (refused.Error?.Code, refused.Error?.Kind));
        Assert.Contains("4,000", refused.Error?.Message, StringComparison.Ordinal);
    }

    private static Passage PlaceOf(Stage stage, string start, int from, string end, int to) =>
        new(stage.Text.EditionId, new TextPoint(start, from), new TextPoint(end, to));

    private static Task<Result<Guid>> AddAsync(Stage stage, Passage passage) => stage.Get<AddAnnotationHandler>().HandleAsync(
        new AddAnnotation(Guid.CreateVersion7(), stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, IsPrivate: false, passage), stage.Ana, Cancellation);

    private static async Task<Annotation> MarkAsync(Stage stage, string start, int from, string end, int to)
    {
        var id = (await AddAsync(stage, PlaceOf(stage, start, from, end, to))).Must();
        await using var db = await stage.ReadAsync();
        return await db.Annotations().AsNoTracking().SingleAsync(mark => mark.Id == id, Cancellation);
    }

    private static async Task AssertRefusedAsync(Stage stage, Passage passage, string why)
    {
        await using var db = await stage.ReadAsync();
        var before = await db.Annotations().CountAsync(Cancellation);

        var refused = await AddAsync(stage, passage);

        Assert.Equal((ErrorKind.BadPassage, "bad-passage"), (refused.Error?.Kind, refused.Error?.Code));
        Assert.True(refused.Error?.Message == "This passage is not in the text as it stands now. Reload the page and mark it again.", $"A passage that {why}: {refused.Error?.Message}");
        Assert.Equal(before, await db.Annotations().CountAsync(Cancellation));
    }
}
