using StudyGroup.Discussion;
using StudyGroup.Discussion.Notebooks;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Notifications;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class CommandCountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_page_asks_the_database_as_often_for_five_hundred_comments_as_for_ten(Engine engine)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        await GrowAsync(stage, thread, 10);
        var few = await CountAsync(stage, commands, thread);

        await GrowAsync(stage, thread, 490);
        var many = await CountAsync(stage, commands, thread);

        Assert.Equal(few, many);
        Assert.All(many, count => Assert.InRange(count.Commands, 1, 3));

        await stage.SetOwnNoteFirstAsync();
        Assert.Equal(few.Where(count => count.Page != "what waits"), (await CountAsync(stage, commands, thread)).Where(count => count.Page != "what waits"));
    }

    private static async Task GrowAsync(Stage stage, PostedComment thread, int count)
    {
        await stage.AddCommentsAsync(stage.Ben, count, thread.ThreadId);
        await stage.AddThreadsAsync(stage.Ben, count, number => ("b2", 1, number % 60));
        await stage.AddThreadsAsync(stage.Ben, count);
    }

    private static async Task<IReadOnlyList<(string Page, int Commands)>> CountAsync(Stage stage, FaultyCommands commands, PostedComment posted)
    {
        var (group, reading, member) = (stage.GroupId, stage.Text.ReadingId, stage.Ana);
        var (threads, margin) = (stage.Get<ThreadQuery>(), stage.Get<MarginQuery>());
        (string Page, Func<Task> Read)[] pages =
        [
            ("a thread's comments", () => threads.CommentsAsync(posted.ThreadId, 0, member, Cancellation)),
            ("a thread's head", () => threads.FindAsync(posted.ThreadId, null, member, Cancellation)),
            ("recent threads", () => threads.RecentAsync(group, null, member, Cancellation)),
            ("comments per reading", () => threads.CommentsPerReadingAsync(group, member, Cancellation)),
            ("marks", () => margin.MarksAsync(group, reading, member, Cancellation)),
            ("cards", () => margin.CardsAsync(group, reading, 0, member, Cancellation)),
            ("threads on the whole reading", () => margin.WholeReadingAsync(group, reading, member, Cancellation)),
            ("what waits", () => stage.Get<SectionQuery>().ListAsync(group, reading, stage.Observer, Cancellation)),
            ("what is new in a thread", () => stage.Get<UnreadQuery>().InThreadAsync(posted.ThreadId, member, Cancellation)),
            ("the notebook", () => stage.Get<NotebookQuery>().ListAsync(new NotebookRequest(group), member, Cancellation)),
            ("my groups", () => stage.Get<HomeQuery>().ListAsync(member, Cancellation)),
            ("the feed", () => stage.Get<NotificationQuery>().ListAsync(null, member, Cancellation)),
            ("the bell", () => stage.Get<NotificationQuery>().UnreadAsync(member, Cancellation)),
        ];
        var counts = new List<(string, int)>();
        foreach (var (page, read) in pages)
        {
            commands.Heal();
            await read();
            counts.Add((page, commands.Steps));
        }

        return counts;
    }
}
