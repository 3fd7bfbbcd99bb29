using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class DraftTests
{
    private const string Key = "thread/1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task The_newest_save_is_kept_and_an_older_one_that_comes_late_changes_nothing(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = (await SaveAsync(stage, 5, "five")).Must();
        stage.Core.Clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var late in new[] { 4, 5, 0, -1 })
            Assert.Equal(first, (await SaveAsync(stage, late, "late")).Must());
        Assert.Equal((5, "five", first), await KeptAsync(stage));

        var second = (await SaveAsync(stage, 6, "six")).Must();
        Assert.Equal((6, "six", second), await KeptAsync(stage));
    }

    [Theory, BothEngines]
    public async Task A_text_that_was_sent_is_no_draft_any_more(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        (await SaveAsync(stage, 5, "sent")).Must();

        await PostAsync(stage, "sent", sequence: 6);

        Assert.Empty(await stage.Get<DraftQuery>().ListAsync(stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task A_save_of_the_sent_text_that_comes_after_it_brings_nothing_back(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        (await SaveAsync(stage, 5, "sent, almo")).Must();

        await PostAsync(stage, "sent, almost", sequence: 7);
        (await SaveAsync(stage, 6, "sent, almost")).Must();

        Assert.Empty(await stage.Get<DraftQuery>().ListAsync(stage.Ana, Cancellation));
        Assert.Equal("", (await KeptAsync(stage)).Markdown);
    }

    [Theory, BothEngines]
    public async Task Not_even_the_first_save_that_comes_after_the_text_was_sent(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        await PostAsync(stage, "sent", sequence: 7);
        (await SaveAsync(stage, 6, "sent")).Must();

        Assert.Empty(await stage.Get<DraftQuery>().ListAsync(stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task What_is_written_after_the_post_is_kept(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        (await SaveAsync(stage, 5, "sent")).Must();
        await PostAsync(stage, "sent", sequence: 6);
        (await SaveAsync(stage, 7, "the next one")).Must();

        Assert.Equal("the next one", (await KeptAsync(stage)).Markdown);
        await PostAsync(stage, "typed before it on another page", sequence: 6);
        Assert.Equal("the next one", (await KeptAsync(stage)).Markdown);
    }

    [Fact]
    public async Task A_post_without_a_number_empties_the_draft_whatever_it_is()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        (await SaveAsync(stage, 5, "sent")).Must();

        await PostAsync(stage, "sent", sequence: null);

        Assert.Equal((5, ""), ((await KeptAsync(stage)).Sequence, (await KeptAsync(stage)).Markdown));
    }

    [Fact]
    public async Task A_draft_has_its_measure()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        Task<Result<DateTimeOffset>> Save(SaveDraft draft) => stage.Get<SaveDraftHandler>().HandleAsync(draft, stage.Ana, Cancellation);
        var longest = new SaveDraft(new string('k', Draft.KeyLength), 1, new string('t', TextLimits.Comment), new string('j', Draft.TargetLength));

        Assert.True((await Save(longest)).Succeeded);
        foreach (var over in new[] { longest with { Key = longest.Key + "k" }, longest with { Key = "" }, longest with { Markdown = longest.Markdown + "t" }, longest with { Target = longest.Target + "j" } })
            Assert.Equal(ErrorKind.TooLong, (await Save(over)).Error?.Kind);
        Assert.Equal("invalid", (await Save(longest with { Markdown = "half \ud83d" })).Error?.Code);
        foreach (var key in new[] { longest.Key + "k", "", "no\0key" })
            Assert.False((await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), "Well?") { Target = new CommentTarget(stage.GroupId), DraftKey = key })).Succeeded);
    }

    private static Task<Result<DateTimeOffset>> SaveAsync(Stage stage, long sequence, string markdown, string key = Key) =>
        stage.Get<SaveDraftHandler>().HandleAsync(new SaveDraft(key, sequence, markdown, "{}"), stage.Ana, Cancellation);

    private static async Task PostAsync(Stage stage, string markdown, long? sequence, string key = Key) => (await stage.PostAsync(
        stage.Ana, new PostComment(Guid.CreateVersion7(), markdown) { Target = new CommentTarget(stage.GroupId), DraftKey = key, DraftSequence = sequence })).Must();

    private static async Task<(long Sequence, string Markdown, DateTimeOffset SavedAt)> KeptAsync(Stage stage)
    {
        var draft = await stage.Get<DraftQuery>().FindAsync(stage.Ana, Key, Cancellation) ?? throw new InvalidOperationException("There is no draft.");
        return (draft.Sequence, draft.Markdown, draft.SavedAt);
    }
}
