using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Notifications;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Notifications;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Notes are written for oneself first, given to the group in one step, and taken back as long as nobody has answered.</summary>
public sealed class PublishNotesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task All_notes_become_the_groups_at_once_and_none_stays_behind(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await NotesAsync(stage);
        var others = await stage.CommentAsync(stage.Ben, "Ben's own note", isPrivate: true);
        Assert.Equal(3, await CountAsync(stage));

        Assert.Equal(3, (await PublishAsync(stage)).Must().Count);

        var cards = await CardsAsync(stage, stage.Ben);
        Assert.Equal(4, cards.Count);
        Assert.Equal(3, cards.Count(card => !card.IsPrivate && card.StartedById == stage.Ana.AccountId));
        var question = Assert.Single(cards, card => card.IsQuestion);
        var words = await stage.Get<ThreadQuery>().CommentsAsync(question.ThreadId.GetValueOrDefault(), 0, stage.Observer, Cancellation);
        Assert.Equal([true, true], words.Zip(["Which street?", "Or which door?"], (comment, said) => comment.Html?.Contains(said, StringComparison.Ordinal) == true));
        Assert.Equal(words[0].Id, words[1].ParentId);
        Assert.Equal((0, 3), (await CountAsync(stage), (await CardsAsync(stage, stage.Ana)).Count));
        Assert.Equal("nothing-to-publish", (await PublishAsync(stage)).Error?.Code);
        Assert.Single(await stage.Get<ThreadQuery>().CommentsAsync(others.ThreadId, 0, stage.Ben, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Each_member_is_told_once_whatever_the_number_of_notes(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await NotesAsync(stage);
        (await PublishAsync(stage)).Must();
        await stage.TellAsync();

        foreach (var member in new[] { stage.Owner, stage.Moderator, stage.Ben, stage.Observer })
            Assert.Equal([NotificationKind.Published], (await stage.ToldAsync(member)).Select(notice => notice.Kind));
        foreach (var member in new[] { stage.Ana, stage.Suspended, stage.Removed, stage.Zoe })
            Assert.Empty(await stage.ToldAsync(member));
        Assert.Equal(4, (await stage.StoredAsync()).Count);
    }

    [Theory, BothEngines]
    public async Task Highlights_alone_are_published_without_a_notice(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.HighlightAsync(stage.Ana, isPrivate: true);

        (await PublishAsync(stage)).Must();
        await stage.TellAsync();

        Assert.False(Assert.Single(await CardsAsync(stage, stage.Ben)).IsPrivate);
        Assert.Empty(await stage.StoredAsync());
    }

    [Theory, BothEngines]
    public async Task Taken_back_they_are_gone_for_the_group_and_as_they_were_for_their_author(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await NotesAsync(stage);
        var before = (await CardsAsync(stage, stage.Ana)).Select(card => (card.Mark?.Id, card.ThreadId, card.IsPrivate, card.Comments)).ToList();
        var published = (await PublishAsync(stage)).Must();
        var threads = (await CardsAsync(stage, stage.Ben)).Select(card => card.ThreadId).OfType<Guid>().ToList();
        await stage.TellAsync();

        (await UndoAsync(stage, published, stage.Ana)).Must();
        await stage.TellAsync();

        Assert.Empty(await CardsAsync(stage, stage.Ben));
        foreach (var thread in threads)
            Assert.All(await stage.Get<ThreadQuery>().CommentsAsync(thread, 0, stage.Ben, Cancellation), comment => Assert.Null(comment.Html));
        Assert.Empty(await stage.ToldAsync(stage.Ben));
        Assert.Equal(before, (await CardsAsync(stage, stage.Ana)).Select(card => (card.Mark?.Id, card.ThreadId, card.IsPrivate, card.Comments)));
        Assert.Equal("undone", (await UndoAsync(stage, published, stage.Ana)).Error?.Code);
        Assert.Equal(3, (await PublishAsync(stage)).Must().Count);
    }

    [Theory, BothEngines]
    public async Task Only_their_author_takes_them_back_soon_and_unanswered(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await NotesAsync(stage);
        var published = (await PublishAsync(stage)).Must();

        Assert.Equal(ErrorKind.NotFound, (await UndoAsync(stage, published, stage.Moderator)).Error?.Kind);
        var thread = (await CardsAsync(stage, stage.Ben)).Select(card => card.ThreadId).OfType<Guid>().First();
        (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Mine too.") { ThreadId = thread })).Must();
        Assert.Equal("answered", (await UndoAsync(stage, published, stage.Ana)).Error?.Code);
        stage.Core.Clock.Advance(UndoPublicationHandler.Patience + TimeSpan.FromSeconds(1));
        Assert.Equal("too-late", (await UndoAsync(stage, published, stage.Ana)).Error?.Code);
        Assert.Equal(3, (await CardsAsync(stage, stage.Ben)).Count);
    }

    [Theory, BothEngines]
    public async Task Of_five_publications_at_once_one_takes_the_notes(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await NotesAsync(stage);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 5, _ => PublishAsync(stage));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error.Code == "nothing-to-publish"));
        Assert.Equal(3, (await CardsAsync(stage, stage.Ben)).Count);
    }

    [Theory]
    [BothEngines(false)]
    [BothEngines(true)]
    public async Task A_line_that_breaks_at_any_step_leaves_all_or_nothing(Engine engine, bool isUndo)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        await NotesAsync(stage);
        var published = isUndo ? (await PublishAsync(stage)).Must() : null;
        var (before, after) = isUndo ? (3, 0) : (0, 3);

        var step = 0;
        for (var isDone = false; !isDone;)
        {
            commands.FailAt(++step);
            var fault = await Record.ExceptionAsync(async () => _ = published is null ? (await PublishAsync(stage)).Error : (await UndoAsync(stage, published, stage.Ana)).Error);
            commands.Heal();
            var shown = (await CardsAsync(stage, stage.Ben)).Count;
            Assert.Equal(3 - shown, await CountAsync(stage));
            Assert.True(shown == before || shown == after, $"{shown} of 3 at step {step}.");
            isDone = fault is null || shown == after;
        }

        Assert.True(step > 15, $"Only {step} steps were tried.");
        Assert.Equal(after, (await CardsAsync(stage, stage.Ben)).Count);
    }

    /// <summary>A highlight, a comment and a question that its author went on with.</summary>
    private static async Task NotesAsync(Stage stage)
    {
        await stage.HighlightAsync(stage.Ana, isPrivate: true);
        await stage.CommentAsync(stage.Ana, "So it is, @Ben Alderny.", isPrivate: true);
        var question = await stage.CommentAsync(stage.Ana, "Which street?", isPrivate: true, kind: AnnotationKind.Question);
        await stage.ReplyAsync(stage.Ana, question, "Or which door?");
    }

    private static Task<Result<PublishedNotes>> PublishAsync(Stage stage) =>
        stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), stage.Ana, Cancellation);

    private static Task<Result> UndoAsync(Stage stage, PublishedNotes published, CurrentMember member) =>
        stage.Get<UndoPublicationHandler>().HandleAsync(new UndoPublication(published.PublicationId), member, Cancellation);

    private static Task<IReadOnlyList<ThreadCard>> CardsAsync(Stage stage, CurrentMember member) =>
        stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, member, Cancellation);

    private static Task<int> CountAsync(Stage stage) => stage.Get<NotesQuery>().CountAsync(stage.GroupId, stage.Text.ReadingId, stage.Ana, Cancellation);
}
