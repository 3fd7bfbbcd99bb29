using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class DraftRaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Of_twenty_saves_at_once_the_newest_stays(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var answers = await AtOnce.DoAsync(20, number => SaveAsync(stage, "thread/1", (number * 7 % 20) + 1, $"text {(number * 7 % 20) + 1}"));

        Assert.All(answers, answer => Assert.True(answer.Succeeded));
        Assert.Equal((20, "text 20"), await KeptAsync(stage, "thread/1"));
    }

    // SQLite lets one in after the other, so there nothing can come between two steps.
    [Fact]
    public async Task Whenever_an_older_save_comes_between_the_newer_one_stays()
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(Engine.Postgres, commands.AddTo);

        await EachStepAsync(
            stage,
            commands,
            key => SaveAsync(stage, key, 7, "newer"),
            key => SaveAsync(stage, key, 6, "older"),
            async key => Assert.Equal((7, "newer"), await KeptAsync(stage, key)));
    }

    [Fact]
    public async Task Whenever_a_save_of_the_sent_text_comes_between_no_draft_is_left()
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(Engine.Postgres, commands.AddTo);

        await EachStepAsync(
            stage,
            commands,
            key => PostAsync(stage, key, sequence: 7),
            key => SaveAsync(stage, key, 6, "sent"),
            async key => Assert.Equal((7, ""), await KeptAsync(stage, key)));
    }

    [Fact]
    public async Task Whenever_a_save_of_a_newer_text_comes_between_it_is_kept()
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(Engine.Postgres, commands.AddTo);

        await EachStepAsync(
            stage,
            commands,
            key => PostAsync(stage, key, sequence: 7),
            key => SaveAsync(stage, key, 8, "the next one"),
            async key => Assert.Equal((8, "the next one"), await KeptAsync(stage, key)));
    }

    /// <summary>Does the one, with the other before each of its steps in turn.</summary>
    private static async Task EachStepAsync<T>(
        Stage stage, FaultyCommands commands, Func<string, Task<Result<T>>> one, Func<string, Task<Result<DateTimeOffset>>> other, Func<string, Task> check)
    {
        var step = 0;
        for (var hasMet = true; hasMet;)
        {
            var key = $"thread/{++step}";
            Task<Result<DateTimeOffset>>? between = null;
            commands.DoAt(step, () => stage.Core.GoesNoFurtherAsync(between = Task.Run(() => other(key), Cancellation)));
            (await one(key)).Must();
            commands.Heal();
            hasMet = between is not null;
            (await (between ?? other(key))).Must();
            await check(key);
        }

        Assert.True(step > 2, $"Only {step} steps were tried.");
    }

    private static Task<Result<DateTimeOffset>> SaveAsync(Stage stage, string key, long sequence, string markdown) =>
        stage.Get<SaveDraftHandler>().HandleAsync(new SaveDraft(key, sequence, markdown, "{}"), stage.Ana, Cancellation);

    private static Task<Result<PostedComment>> PostAsync(Stage stage, string key, long sequence) => stage.PostAsync(
        stage.Ana, new PostComment(Guid.CreateVersion7(), "sent") { Target = new CommentTarget(stage.GroupId), DraftKey = key, DraftSequence = sequence });

    private static async Task<(long Sequence, string Markdown)> KeptAsync(Stage stage, string key)
    {
        var draft = await stage.Get<DraftQuery>().FindAsync(stage.Ana, key, Cancellation) ?? throw new InvalidOperationException("There is no draft.");
        return (draft.Sequence, draft.Markdown);
    }
}
