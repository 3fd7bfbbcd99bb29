using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Pointers, the way back, and where posts can go.</summary>
public sealed class MovePlaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task What_was_moved_can_be_put_back_as_it_was(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var aside = await stage.ReplyAsync(stage.Ben, first, "And which door?");
        var before = await stage.ThreadRowAsync(first.ThreadId);
        await SeeAsync(stage, first.ThreadId, first.Sequence);
        var move = await stage.SplitAsync(first, [aside.Id]);
        var stays = await stage.ReplyAsync(stage.Ana, aside, "The red one.");
        await SeeAsync(stage, move.ThreadId, stays.Sequence);

        (await UndoAsync(stage, move)).Must();

        // Read where it was meanwhile, it is not new where it is again.
        Assert.Equal(0, (await stage.Get<UnreadQuery>().InThreadAsync(first.ThreadId, stage.Moderator, Cancellation))?.Count);

        var after = await stage.ThreadRowAsync(first.ThreadId);
        Assert.Equal((before.FirstSequence, before.LastSequence, before.CommentCount, before.LastAt), (after.FirstSequence, after.LastSequence, after.CommentCount, after.LastAt));
        Assert.Equal([first.Id, aside.Id], (await stage.Get<ThreadQuery>().CommentsAsync(first.ThreadId, 0, stage.Ana, Cancellation)).Select(post => post.Id));
        var left = Assert.Single(await stage.Get<ThreadQuery>().CommentsAsync(move.ThreadId, 0, stage.Ana, Cancellation));
        Assert.Equal((stays.Id, "Ben Alderny"), (left.Id, left.AnswersName));
        Assert.Empty(await stage.Get<MoveQuery>().PointersAsync(first.ThreadId, stage.Ana, Cancellation));
        Assert.Equal("undone", (await UndoAsync(stage, move)).Error?.Code);
    }

    [Theory, BothEngines]
    public async Task A_move_is_not_undone_when_one_of_its_posts_has_gone_on(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var (one, two) = (await stage.ReplyAsync(stage.Ben, first, "And which door?"), await stage.ReplyAsync(stage.Ben, first, "And which house?"));
        var move = await stage.SplitAsync(first, [one.Id, two.Id]);
        var on = await stage.SplitAsync(two with { ThreadId = move.ThreadId }, [two.Id]);

        Assert.Equal("moved-on", (await UndoAsync(stage, move)).Error?.Code);
        Assert.NotEmpty(await stage.Get<MoveQuery>().PointersAsync(first.ThreadId, stage.Ana, Cancellation));
        (await UndoAsync(stage, on)).Must();
        (await UndoAsync(stage, move)).Must();
        Assert.Equal(3, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
    }

    [Theory, BothEngines]
    public async Task A_pointer_names_a_thread_only_to_who_may_see_its_words(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var talk = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Look at the doors.") { Target = new CommentTarget(stage.GroupId) })).Must();
        var whole = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "All of it.") { Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Title = "Godwits" } })).Must();
        await stage.SetOwnNoteFirstAsync();
        var request = new MoveComments(Guid.CreateVersion7(), talk.ThreadId, [talk.Id]) { ToThreadId = whole.ThreadId, Reason = "About godwits" };

        var preview = await stage.Get<MoveQuery>().PreviewAsync(request, stage.Moderator, Cancellation);
        (await stage.Get<MoveCommentsHandler>().HandleAsync(request, stage.Moderator, Cancellation)).Must();

        // Ana and the observer; Ben wrote it, and the others moderate.
        Assert.Equal((0, 2), (preview?.SeeMore, preview?.SeeLess));
        Assert.Equal(("Godwits", "About godwits", false), await PointerAsync(stage.Ben));
        Assert.Equal((null, "", true), await PointerAsync(stage.Ana));
        Assert.Null(await stage.Get<ThreadQuery>().CommentAsync(talk.Id, stage.Ana, Cancellation));
        await stage.MarkReadAsync(stage.Ana, StudyGroup.Discussion.Sections.OpenedSection.Whole);
        Assert.Equal(("Godwits", "About godwits", false), await PointerAsync(stage.Ana));

        async Task<(string?, string, bool)> PointerAsync(CurrentMember member) =>
            Assert.Single(await stage.Get<MoveQuery>().PointersAsync(talk.ThreadId, member, Cancellation)) is var pointer ? (pointer.To.Title, pointer.Reason, pointer.To.IsClosed) : default;
    }

    [Theory, BothEngines]
    public async Task Who_will_see_more_is_counted_too(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.SetOwnNoteFirstAsync();
        var first = await stage.CommentAsync(stage.Ben, "Which street?");
        var request = new MoveComments(Guid.CreateVersion7(), first.ThreadId, [first.Id]) { ToNew = new NewThread("Streets", IsTalk: true) };

        Assert.Equal((2, 0), await stage.Get<MoveQuery>().PreviewAsync(request, stage.Moderator, Cancellation) is { } preview ? (preview.SeeMore, preview.SeeLess) : default);
        // Another section's rule, another number: nobody gains or loses by a thread on the whole of the same reading that nobody has opened, but Ben, who wrote.
        Assert.Equal((0, 0), await stage.Get<MoveQuery>().PreviewAsync(request with { ToNew = new NewThread("Streets") }, stage.Moderator, Cancellation) is { } whole ? (whole.SeeMore, whole.SeeLess) : default);
        Assert.Null(await stage.Get<MoveQuery>().PreviewAsync(request, stage.Ben, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Threads_to_move_to_are_found_by_their_words_and_by_an_address(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var whole = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "All of it.") { Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Title = "Red Doors" } })).Must();
        var talk = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "When do we meet?") { Target = new CommentTarget(stage.GroupId) })).Must();
        var reply = await stage.ReplyAsync(stage.Ana, talk, "On Monday.");
        await stage.CommentAsync(stage.Moderator, "For myself.", isPrivate: true);

        Assert.Equal([talk.ThreadId, whole.ThreadId], await FindAsync(""));
        Assert.Equal([whole.ThreadId], await FindAsync(" red doors"));
        Assert.Equal([talk.ThreadId], await FindAsync("MEET"));
        Assert.Equal([talk.ThreadId], await FindAsync($"https://read.example.org/groups/herons/threads/{Guid.CreateVersion7()}?comment={reply.Id}#c-{reply.Id}"));
        Assert.Equal([whole.ThreadId], await FindAsync($"/groups/herons/threads/{whole.ThreadId}"));
        Assert.Empty(await FindAsync("no such words"));
        Assert.Empty(await stage.Get<MoveQuery>().TargetsAsync(first.ThreadId, "", stage.Ana, Cancellation));

        async Task<IEnumerable<Guid>> FindAsync(string text) => (await stage.Get<MoveQuery>().TargetsAsync(first.ThreadId, text, stage.Moderator, Cancellation)).Select(row => row.Name.Id);
    }

    private static async Task SeeAsync(Stage stage, Guid threadId, long number) =>
        (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(threadId, number), stage.Moderator, Cancellation)).Must();

    private static Task<Result> UndoAsync(Stage stage, MoveAnswer move) => stage.Get<UndoMoveHandler>().HandleAsync(new UndoMove(move.MoveId), stage.Moderator, Cancellation);
}
