using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Notebooks;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class NotebookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task In_the_order_of_the_text_the_whole_comes_before_its_passages_and_answers_stand_below_their_question(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var later = await SayAsync(stage, stage.Ana, "Further on.", "b2", 8);
        var earlier = await SayAsync(stage, stage.Ben, "What is this?", "b2", 4, AnnotationKind.Question);
        var answer = await stage.ReplyAsync(stage.Moderator, earlier, "A door.");
        var whole = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "On it all.") { Target = new(stage.GroupId) { ReadingId = stage.Text.ReadingId } })).Must();
        var talk = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "On none.") { Target = new(stage.GroupId) { Title = "Tea" } })).Must();

        var entries = await ListAsync(stage, stage.Observer);

        Assert.Equal([talk.Id, whole.Id, earlier.Id, answer.Id, later.Id], entries.Select(entry => entry.Id));
        Assert.Equal([false, false, false, true, false], entries.Select(entry => entry.IsReply));
        Assert.Equal(("Tea", null), (entries[0].ThreadTitle, entries[0].ReadingTitle));
        Assert.Equal((AnnotationKind.Question, "b2", stage.Text.Slug), (entries[2].Kind, entries[2].Block, entries[2].ReadingSlug));
        Assert.Contains("A door.", entries[3].Html, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task By_time_the_newest_comes_first_and_by_person_who_joined_first(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = new List<(CurrentMember Who, Guid Id)>();
        foreach (var who in new[] { stage.Ana, stage.Owner, stage.Ana, stage.Moderator, stage.Owner })
        {
            stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));
            said.Add((who, (await stage.CommentAsync(who, "Once more.")).Id));
        }

        var byTime = await ListAsync(stage, stage.Ana, NotebookOrder.Time);
        var byPerson = await ListAsync(stage, stage.Ana, NotebookOrder.Person);

        Assert.Equal(said.Select(one => one.Id).Reverse(), byTime.Select(entry => entry.Id));
        Assert.Equal(3, byPerson.Select(entry => entry.AuthorId).Aggregate(new List<Guid>(), (seen, id) => seen.Count > 0 && seen[^1] == id ? seen : [.. seen, id]).Count);
        foreach (var who in new[] { stage.Ana, stage.Owner })
            Assert.Equal(said.Where(one => one.Who == who).Select(one => one.Id), byPerson.Where(entry => entry.AuthorId == who.AccountId).Select(entry => entry.Id));
    }

    [Theory, BothEngines]
    public async Task Private_notes_are_in_the_notebook_of_who_wrote_them_alone(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var note = await stage.CommentAsync(stage.Ana, "For me.", isPrivate: true);
        var mark = await stage.HighlightAsync(stage.Ana, isPrivate: true);
        var open = await stage.HighlightAsync(stage.Ben);

        Assert.Equal(new[] { note.Id, mark, open }.Order(), (await ListAsync(stage, stage.Ana)).Select(entry => entry.Id).Order());
        Assert.Equal([open], (await ListAsync(stage, stage.Owner)).Select(entry => entry.Id));
    }

    [Theory, BothEngines]
    public async Task What_was_deleted_or_hidden_is_left_out_and_answers_to_it_stay(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (hidden, deleted) = (await stage.CommentAsync(stage.Ana, "One"), await stage.CommentAsync(stage.Ana, "Two"));
        var answer = await stage.ReplyAsync(stage.Ben, hidden, "To one.");
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();

        Assert.Equal([answer.Id], (await ListAsync(stage, stage.Ana)).Select(entry => entry.Id));
    }

    [Theory, BothEngines]
    public async Task It_can_be_asked_for_one_reading_and_for_one_person(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "Another Text");
        var (here, there) = (await stage.CommentAsync(stage.Ana, "Here."), await stage.CommentAsync(stage.Ana, "There.", other));
        var answer = await stage.ReplyAsync(stage.Ben, here, "Yes.");

        Assert.Equal([there.Id], (await ListAsync(stage, stage.Ben, readingId: other.ReadingId)).Select(entry => entry.Id));
        Assert.Equal([answer.Id], (await ListAsync(stage, stage.Ben, personId: stage.Ben.AccountId)).Select(entry => entry.Id));
        Assert.Equal([here.Id, answer.Id, there.Id], (await ListAsync(stage, stage.Ben)).Select(entry => entry.Id));
    }

    [Theory, BothEngines]
    public async Task Page_by_page_every_order_brings_each_entry_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Many.");
        await stage.AddCommentsAsync(stage.Ben, 60, first.ThreadId);
        await stage.AddThreadsAsync(stage.Ben, 30, number => ("b2", 1, number % 7));
        await stage.AddThreadsAsync(stage.Owner, 40);
        await stage.HighlightAsync(stage.Moderator);

        foreach (var order in Enum.GetValues<NotebookOrder>())
        {
            var all = new List<Guid>();
            for (IReadOnlyList<NotebookEntry> page = []; all.Count == 0 || page.Count == NotebookQuery.PageSize;)
            {
                page = await ListAsync(stage, stage.Ana, order, afterId: all.Count == 0 ? null : all[^1]);
                all.AddRange(page.Select(entry => entry.Id));
            }

            Assert.Equal(132, all.Count);
            Assert.Equal(132, all.Distinct().Count());
        }
    }

    private static Task<IReadOnlyList<NotebookEntry>> ListAsync(
        Stage stage, CurrentMember member, NotebookOrder order = NotebookOrder.Text, Guid? readingId = null, Guid? personId = null, Guid? afterId = null) =>
        stage.Get<NotebookQuery>().ListAsync(new NotebookRequest(stage.GroupId, readingId, personId, order, afterId), member, Cancellation);

    private static async Task<PostedComment> SayAsync(Stage stage, CurrentMember author, string markdown, string block, int offset, AnnotationKind kind = AnnotationKind.Comment)
    {
        var passage = new Passage(stage.Text.EditionId, new TextPoint(block, offset), new TextPoint(block, offset + 3));
        var target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Passage = passage, Kind = kind };
        return (await stage.PostAsync(author, new PostComment(Guid.CreateVersion7(), markdown) { Target = target })).Must();
    }
}
