using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Notebooks;
using StudyGroup.Discussion.Tags;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion.Tags;

public sealed class TagQueryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Tags_are_counted_by_comments_and_the_most_used_comes_first(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.CommentAsync(stage.Ana, "On #bells and #ferries and #ferries");
        await stage.CommentAsync(stage.Ben, "#Ferries again");

        Assert.Equal([("ferries", 2), ("bells", 1)], await CountsAsync(stage, stage.Observer));
    }

    [Theory, BothEngines]
    public async Task What_capitals_and_accents_alone_set_apart_is_one_tag(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        foreach (var written in new[] { "#Fähre", "#FAHRE", "#fa\u0308hre" })
            await stage.CommentAsync(stage.Ana, $"By {written}");

        var tag = Assert.Single(await stage.Get<TagQuery>().ListAsync(stage.GroupId, null, null, stage.Ben, Cancellation));

        Assert.Equal(("fahre", 3), (tag.Key, tag.Comments));
        Assert.Contains(tag.Name, (string[])["Fähre", "FAHRE", "fähre"]);
    }

    [Theory, BothEngines]
    public async Task A_tag_that_is_edited_away_or_in_is_gone_or_there(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "On #bells and #ferries");

        (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, 1, "On #ferries and #tides"), stage.Ana, Cancellation)).Must();

        Assert.Equal([("ferries", 1), ("tides", 1)], await CountsAsync(stage, stage.Ben));
    }

    [Theory, BothEngines]
    public async Task Tags_of_what_was_deleted_or_hidden_are_neither_told_nor_counted(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (hidden, deleted) = (await stage.CommentAsync(stage.Ana, "#bells"), await stage.CommentAsync(stage.Ana, "#bells #ferries"));
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();

        Assert.Empty(await CountsAsync(stage, stage.Ana));
        Assert.Empty(await stage.Get<TagQuery>().SuggestAsync(stage.GroupId, "", stage.Ana, Cancellation));
        Assert.Empty(await stage.Get<TagQuery>().MarksAsync(stage.GroupId, stage.Text.ReadingId, "bells", stage.Ana, Cancellation));
        await using (var db = await stage.ReadAsync())
            Assert.Equal([hidden.Id], await db.CommentTags().Select(row => row.CommentId).ToListAsync(Cancellation));

        (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(hidden.Id), stage.Moderator, Cancellation)).Must();
        Assert.Equal([("bells", 1)], await CountsAsync(stage, stage.Ana));
    }

    [Theory, BothEngines]
    public async Task Tags_of_a_private_note_are_its_authors_until_it_is_published_and_again_when_that_is_undone(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.CommentAsync(stage.Ana, "For me: #bells", isPrivate: true);

        Assert.Equal([("bells", 1)], await CountsAsync(stage, stage.Ana));
        Assert.Empty(await CountsAsync(stage, stage.Owner));

        var published = (await stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), stage.Ana, Cancellation)).Must();
        Assert.Equal([("bells", 1)], await CountsAsync(stage, stage.Ana));
        Assert.Equal([("bells", 1)], await CountsAsync(stage, stage.Owner));

        (await stage.Get<UndoPublicationHandler>().HandleAsync(new UndoPublication(published.PublicationId), stage.Ana, Cancellation)).Must();
        Assert.Equal([("bells", 1)], await CountsAsync(stage, stage.Ana));
        Assert.Empty(await CountsAsync(stage, stage.Owner));
    }

    [Theory, BothEngines]
    public async Task They_can_be_asked_for_one_reading_and_for_one_person(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "Another Text");
        await stage.CommentAsync(stage.Ana, "#bells");
        await stage.CommentAsync(stage.Ben, "#ferries", other);
        var tags = stage.Get<TagQuery>();

        Assert.Equal(["ferries"], (await tags.ListAsync(stage.GroupId, other.ReadingId, null, stage.Ana, Cancellation)).Select(tag => tag.Key));
        Assert.Equal(["bells"], (await tags.ListAsync(stage.GroupId, null, stage.Ana.AccountId, stage.Ben, Cancellation)).Select(tag => tag.Key));
        Assert.Empty(await tags.ListAsync(stage.GroupId, other.ReadingId, stage.Ana.AccountId, stage.Ben, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Behind_the_sign_stand_the_tags_that_begin_so_whatever_their_capitals_and_accents(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.CommentAsync(stage.Ana, "#Fähre #ferry #bell_tower #bells " + string.Join(' ', Enumerable.Range(0, 12).Select(number => $"#many{(char)('a' + number)}")));
        var tags = stage.Get<TagQuery>();

        async Task<IReadOnlyList<string>> Begun(string typed, CurrentMember? member = null) => [.. (await tags.SuggestAsync(stage.GroupId, typed, member ?? stage.Ben, Cancellation)).Select(tag => tag.Key).Order(StringComparer.Ordinal)];

        Assert.Equal(["fahre"], await Begun("FA"));
        Assert.Equal(["fahre", "ferry"], await Begun("f"));
        Assert.Equal(["bell_tower"], await Begun("bell_"));
        Assert.Empty(await Begun("%"));
        Assert.Empty(await Begun(new string('f', 51)));
        Assert.Empty(await Begun("f\uD83D"));
        Assert.Equal(TagQuery.MostSuggested, (await Begun("")).Count);
        Assert.Empty(await Begun("", stage.Zoe));
    }

    [Theory, BothEngines]
    public async Task The_marks_of_a_tag_are_those_whose_threads_have_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Plain.");
        await stage.ReplyAsync(stage.Ben, first, "But #bells");
        await stage.CommentAsync(stage.Ana, "On #ferries");
        await using var db = await stage.ReadAsync();
        var mark = await db.Threads().Where(thread => thread.Id == first.ThreadId).Select(thread => thread.AnnotationId).SingleAsync(Cancellation);

        Assert.Equal([mark.GetValueOrDefault()], await stage.Get<TagQuery>().MarksAsync(stage.GroupId, stage.Text.ReadingId, "bells", stage.Observer, Cancellation));
        Assert.Empty(await stage.Get<TagQuery>().MarksAsync(stage.GroupId, stage.TextElsewhere.ReadingId, "bells", stage.Observer, Cancellation));
        Assert.Empty(await stage.Get<TagQuery>().MarksAsync(stage.GroupId, stage.Text.ReadingId, "bells", stage.Zoe, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Where_ones_own_note_comes_first_no_tag_of_a_closed_comment_is_told_counted_or_found(Engine engine)
    {
        await using var scene = await OwnNoteScene.CreateAsync(engine);
        var (stage, tags) = (scene.Stage, scene.Stage.Get<TagQuery>());

        Assert.Empty(await CountsAsync(stage, stage.Ana));
        Assert.Empty(await tags.SuggestAsync(stage.GroupId, "god", stage.Ana, Cancellation));
        Assert.Empty(await tags.MarksAsync(stage.GroupId, stage.Text.ReadingId, OwnNoteScene.Canary, stage.Ana, Cancellation));
        Assert.Empty(await stage.Get<NotebookQuery>().ListAsync(new NotebookRequest(stage.GroupId, Tag: OwnNoteScene.Canary), stage.Ana, Cancellation));

        await stage.CommentAsync(stage.Ana, "A heron of mine");
        Assert.Equal([(OwnNoteScene.Canary, 1)], await CountsAsync(stage, stage.Ana));
        Assert.Single(await tags.MarksAsync(stage.GroupId, stage.Text.ReadingId, OwnNoteScene.Canary, stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task A_notebook_of_one_tag_holds_the_comments_that_have_it_with_the_other_choices(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "On #bells");
        var answer = await stage.ReplyAsync(stage.Ben, first, "And #bells again");
        await stage.ReplyAsync(stage.Ben, first, "Something else");
        var talk = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "#Bells on Tuesday?") { Target = new(stage.GroupId) { Title = "Tea" } })).Must();
        await stage.HighlightAsync(stage.Ben);
        var notebook = stage.Get<NotebookQuery>();

        foreach (var order in Enum.GetValues<NotebookOrder>())
            Assert.Equal(new[] { first.Id, answer.Id, talk.Id }.Order(), (await notebook.ListAsync(new NotebookRequest(stage.GroupId, Order: order, Tag: "bells"), stage.Observer, Cancellation)).Select(entry => entry.Id).Order());
        Assert.Equal([answer.Id], (await notebook.ListAsync(new NotebookRequest(stage.GroupId, stage.Text.ReadingId, stage.Ben.AccountId, Tag: "bells"), stage.Observer, Cancellation)).Select(entry => entry.Id));
        Assert.Empty(await notebook.ListAsync(new NotebookRequest(stage.GroupId, Tag: "tides"), stage.Observer, Cancellation));
    }

    private static async Task<IReadOnlyList<(string Key, int Comments)>> CountsAsync(Stage stage, CurrentMember member) =>
        [.. (await stage.Get<TagQuery>().ListAsync(stage.GroupId, null, null, member, Cancellation)).Select(tag => (tag.Key, tag.Comments))];
}
