using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations;

public sealed class AnnotationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_mark_of_the_group_is_seen_and_heard_of_by_all_of_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var from = await LastAsync(stage, stage.GroupId);

        var mark = await stage.HighlightAsync(stage.Ana);

        foreach (var member in new[] { stage.Ana, stage.Ben, stage.Observer })
            Assert.Equal([mark], await SeenByAsync(stage, member));
        var heard = Assert.Single(await HeardAsync(stage, Topic.Reading(stage.GroupId, stage.Text.ReadingId), stage.GroupId, from));
        Assert.Equal((AnnotationEvents.Added, mark, stage.Ana.AccountId), (heard.Kind, heard.SubjectId, heard.ActorId));
    }

    [Theory, BothEngines]
    public async Task A_private_mark_is_seen_and_heard_of_by_its_author_alone(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var before = await LastAsync(stage, stage.GroupId);

        var mark = await stage.HighlightAsync(stage.Ana, isPrivate: true);

        Assert.Equal([mark], await SeenByAsync(stage, stage.Ana));
        foreach (var member in new[] { stage.Owner, stage.Moderator, stage.Ben })
        {
            Assert.Empty(await SeenByAsync(stage, member));
            Assert.Null(await stage.Get<MarginQuery>().CardAsync(stage.GroupId, stage.Text.ReadingId, mark, member, Cancellation));
        }

        Assert.Equal(before, await LastAsync(stage, stage.GroupId));
        Assert.Equal([mark], (await HeardAsync(stage, Topic.Account(stage.Ana.AccountId), stage.Ana.AccountId, 0)).Select(row => row.SubjectId));
        Assert.Null(await stage.Get<ITopicAccess>().StreamOfAsync(stage.Owner, Topic.Account(stage.Ana.AccountId), Cancellation));
    }

    [Theory, BothEngines]
    public async Task The_author_takes_a_mark_away_and_everybody_hears_it_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.HighlightAsync(stage.Ana);
        var from = await LastAsync(stage, stage.GroupId);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 5, _ => RemoveAsync(stage, mark, stage.Ana));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error == Error.NotFound));
        Assert.Empty(await SeenByAsync(stage, stage.Ben));
        Assert.Empty(await SeenByAsync(stage, stage.Ana));
        var heard = Assert.Single(await HeardAsync(stage, Topic.Group(stage.GroupId), stage.GroupId, from));
        Assert.Equal((AnnotationEvents.Removed, mark), (heard.Kind, heard.SubjectId));
    }

    [Fact]
    public async Task Nobody_takes_anothers_mark_away_not_even_the_owner_of_the_group()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var mark = await stage.HighlightAsync(stage.Ana);

        Assert.Equal(Error.NotFound, (await RemoveAsync(stage, mark, stage.Owner)).Error);
        Assert.Equal([mark], await SeenByAsync(stage, stage.Ben));
    }

    [Fact]
    public async Task A_mark_that_carries_a_comment_stays()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var posted = await stage.CommentAsync(stage.Ana, "Which street?");
        var mark = (await stage.ThreadRowAsync(posted.ThreadId)).AnnotationId.GetValueOrDefault();

        Assert.Equal("has-replies", (await RemoveAsync(stage, mark, stage.Ana)).Error?.Code);
        Assert.Equal([mark], await SeenByAsync(stage, stage.Ben));
    }

    [Theory, BothEngines]
    public async Task Twenty_requests_under_one_key_make_one_mark_and_one_event_and_get_one_answer(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var from = await LastAsync(stage, stage.GroupId);
        var request = new AddAnnotation(Guid.CreateVersion7(), stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, IsPrivate: false, stage.Text.Passage());

        var answers = await stage.Core.MeetAsync(stage.GroupId, 20, _ => stage.Get<AddAnnotationHandler>().HandleAsync(request, stage.Ana, Cancellation));

        var mark = Assert.Single(await SeenByAsync(stage, stage.Ben));
        Assert.All(answers, answer => Assert.Equal(mark, answer.Must()));
        Assert.Equal(from + 1, await LastAsync(stage, stage.GroupId));
    }

    [Fact]
    public async Task The_same_key_of_two_members_makes_two_marks()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var request = new AddAnnotation(Guid.CreateVersion7(), stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, IsPrivate: false, stage.Text.Passage());

        var first = (await stage.Get<AddAnnotationHandler>().HandleAsync(request, stage.Ana, Cancellation)).Must();
        var second = (await stage.Get<AddAnnotationHandler>().HandleAsync(request, stage.Ben, Cancellation)).Must();

        Assert.NotEqual(first, second);
        Assert.Equal(2, (await SeenByAsync(stage, stage.Observer)).Count);
    }

    [Theory]
    [InlineData(AnnotationKind.Highlight, false)]
    [InlineData(AnnotationKind.Comment, true)]
    [InlineData(AnnotationKind.Question, true)]
    public async Task A_mark_without_a_key_or_with_words_to_come_is_refused(AnnotationKind kind, bool hasKey)
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var request = new AddAnnotation(hasKey ? Guid.CreateVersion7() : Guid.Empty, stage.GroupId, stage.Text.ReadingId, kind, IsPrivate: false, stage.Text.Passage());

        Assert.Equal("invalid", (await stage.Get<AddAnnotationHandler>().HandleAsync(request, stage.Ana, Cancellation)).Error?.Code);
        Assert.Empty(await SeenByAsync(stage, stage.Ana));
    }

    private static Task<Result> RemoveAsync(Stage stage, Guid mark, CurrentMember member) =>
        stage.Get<RemoveAnnotationHandler>().HandleAsync(new RemoveAnnotation(mark), member, Cancellation);

    /// <summary>The marks in the margin, which must be the same in every form of it.</summary>
    private static async Task<IReadOnlyList<Guid>> SeenByAsync(Stage stage, CurrentMember member)
    {
        var margin = stage.Get<MarginQuery>();
        var marks = (await margin.MarksAsync(stage.GroupId, stage.Text.ReadingId, member, Cancellation)).Select(mark => mark.Id).ToList();
        var cards = await margin.CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, member, Cancellation);
        Assert.Equal(marks, cards.Select(card => card.Mark?.Id ?? default));
        return marks;
    }

    private static async Task<IReadOnlyList<StreamEvent>> HeardAsync(Stage stage, Topic topic, Guid streamId, long after) =>
        (await stage.Get<EventReplay>().ReadAfterAsync(topic, streamId, after, Cancellation)).Events;

    private static async Task<long> LastAsync(Stage stage, Guid streamId)
    {
        await using var db = await stage.ReadAsync();
        return await db.EventStreams().Where(stream => stream.Id == streamId).Select(stream => stream.LastSequence).SingleOrDefaultAsync(Cancellation);
    }
}
