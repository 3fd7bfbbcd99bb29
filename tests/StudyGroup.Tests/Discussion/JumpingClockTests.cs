using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>The clock of the machine is set back, or jumps ahead: the talk keeps its order.</summary>
public sealed class JumpingClockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task What_is_said_after_the_clock_was_set_back_stands_last_and_is_new(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "At nine.");
        var second = await ReplyAsync(stage, first, stage.Ben, "At nine, too.");
        (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(first.ThreadId, second.Sequence), stage.Ana, Cancellation)).Must();

        stage.Core.Clock.Advance(TimeSpan.FromHours(-3));
        var third = await ReplyAsync(stage, first, stage.Ben, "At six, says the clock.");
        stage.Core.Clock.Advance(TimeSpan.FromDays(400));
        await ReplyAsync(stage, first, stage.Ben, "Next year.");

        Assert.Equal(second.Sequence + 1, third.Sequence);
        var comments = await stage.Get<ThreadQuery>().CommentsAsync(first.ThreadId, 0, stage.Ana, Cancellation);
        Assert.Equal(["At nine.", "At nine, too.", "At six, says the clock.", "Next year."], comments.Select(comment => Words(comment.Html)));
        var unread = await stage.Get<UnreadQuery>().InThreadAsync(first.ThreadId, stage.Ana, Cancellation);
        Assert.Equal((2, third.Sequence), (unread?.Count, unread?.First));
    }

    [Theory, BothEngines]
    public async Task A_comment_can_be_edited_while_the_clock_stands_before_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "First");
        stage.Core.Clock.Advance(TimeSpan.FromHours(-3));

        var edited = await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, 1, "Second"), stage.Ana, Cancellation);

        Assert.Equal(2, edited.Must());
        Assert.Equal("Second", (await stage.CommentRowAsync(posted.Id)).Markdown);
    }

    private static string? Words(string? html) => html?.Replace("<p dir=\"auto\">", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Trim();

    private static async Task<PostedComment> ReplyAsync(Stage stage, PostedComment to, CurrentMember author, string words) =>
        (await stage.Get<PostCommentHandler>().HandleAsync(new PostComment(Guid.NewGuid(), words) { ThreadId = to.ThreadId }, author, Cancellation)).Must();
}
