using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations.Links;

public sealed class LinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_link_between_two_readings_is_seen_from_both_of_them(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");

        var link = await stage.LinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), other.Second(), LinkKind.Answers, "  The number is there.  "));

        foreach (var (text, mark, quote) in new[] { (stage.Text, link.FromId, StagedText.First[4..15]), (other, link.ToId, StagedText.Second[..30]) })
        {
            var card = Assert.Single(await stage.CardsAsync(text, stage.Ben));
            Assert.Equal((mark, AnnotationKind.Link, quote), (card.Mark?.Id, card.Mark?.Kind, card.Quote));
        }

        var views = await stage.LinksAsync(stage.Ben, link.FromId, link.ToId);
        var from = Assert.Single(views, view => view.MarkId == link.FromId);
        Assert.Equal((true, LinkKind.Answers, "Ana Beck", "The number is there."), (from.IsFrom, from.Kind, from.AuthorName, from.Note));
        Assert.Equal((link.ToId, other.Slug, "The Counted Door", "b3", 2), (from.Other?.MarkId, from.Other?.ReadingSlug, from.Other?.ReadingTitle, from.Other?.Block, from.Other?.Number));
        var to = Assert.Single(views, view => view.MarkId == link.ToId);
        Assert.Equal((false, link.FromId, stage.Text.Slug), (to.IsFrom, to.Other?.MarkId, to.Other?.ReadingSlug));
    }

    [Theory, BothEngines]
    public async Task Both_readings_hear_of_a_link_and_of_its_end_each_by_its_own_mark(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");
        var link = await stage.LinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), other.Second()));
        (await stage.UnlinkAsync(stage.Ana, link.Id)).Must();

        foreach (var (text, mark) in new[] { (stage.Text, link.FromId), (other, link.ToId) })
        {
            var heard = (await stage.Get<EventReplay>().ReadAfterAsync(Topic.Reading(stage.GroupId, text.ReadingId), stage.GroupId, 0, Cancellation)).Events
                .Where(row => row.Kind.StartsWith("link.", StringComparison.Ordinal));
            Assert.Equal([(LinkEvents.Added, mark), (LinkEvents.Removed, mark)], heard.Select(row => (row.Kind, row.SubjectId.GetValueOrDefault())));
            Assert.Empty(await stage.CardsAsync(text, stage.Ben));
        }

        Assert.Empty(await stage.LinksAsync(stage.Ana, link.FromId, link.ToId));
    }

    [Theory, BothEngines]
    public async Task Twenty_requests_under_one_key_make_one_link_and_get_one_answer(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var request = stage.Text.Link(stage.Text.First(), stage.Text.Second());

        var answers = await stage.Core.MeetAsync(stage.GroupId, 20, _ => stage.TryLinkAsync(stage.Ana, request));

        Assert.Single(answers.Select(answer => answer.Must()).Distinct());
        Assert.Equal(2, (await stage.CardsAsync(stage.Text, stage.Ben)).Count);
    }

    [Theory, BothEngines]
    public async Task The_same_two_passages_are_linked_once_in_each_way(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (first, second) = (stage.Text.First(), stage.Text.Second());
        await stage.LinkAsync(stage.Ana, stage.Text.Link(first, second, LinkKind.Contradicts));
        await stage.LinkAsync(stage.Ana, stage.Text.Link(first, second, LinkKind.Answers));

        Assert.Equal("linked-already", (await stage.TryLinkAsync(stage.Ben, stage.Text.Link(first, second, LinkKind.Contradicts))).Error?.Code);
        Assert.Equal("linked-already", (await stage.TryLinkAsync(stage.Ben, stage.Text.Link(second, first, LinkKind.Contradicts))).Error?.Code);
        Assert.Equal("linked-already", (await stage.TryLinkAsync(stage.Ben, stage.Text.Link(first, second, LinkKind.Answers))).Error?.Code);

        // An answer the other way round says something else, and what Ben says to himself is his.
        await stage.LinkAsync(stage.Ben, stage.Text.Link(second, first, LinkKind.Answers));
        await stage.LinkAsync(stage.Ben, stage.Text.Link(first, second, LinkKind.Contradicts, isPrivate: true));
        Assert.Equal("linked-already", (await stage.TryLinkAsync(stage.Ben, stage.Text.Link(second, first, LinkKind.Contradicts, isPrivate: true))).Error?.Code);
    }

    [Fact]
    public async Task A_passage_is_not_linked_to_itself()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);

        Assert.Equal("one-passage", (await stage.TryLinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), stage.Text.First()))).Error?.Code);
        Assert.Empty(await stage.CardsAsync(stage.Text, stage.Ana));
    }

    [Theory, BothEngines]
    public async Task A_private_link_is_seen_by_its_author_alone_at_both_ends(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var link = await stage.LinkAsync(stage.Ana, "For me", isPrivate: true);

        Assert.Equal(2, (await stage.LinksAsync(stage.Ana, link.FromId, link.ToId)).Count);
        foreach (var member in new[] { stage.Owner, stage.Ben })
        {
            Assert.Empty(await stage.CardsAsync(stage.Text, member));
            Assert.Empty(await stage.LinksAsync(member, link.FromId, link.ToId));
            Assert.Equal(Error.NotFound, (await stage.UnlinkAsync(member, link.Id, "Why not")).Error);
        }

        Assert.Equal(0, await stage.Get<NotesQuery>().CountAsync(stage.GroupId, stage.Text.ReadingId, stage.Ana, Cancellation));
        Assert.Equal("nothing-to-publish", (await stage.Get<PublishNotesHandler>().HandleAsync(new PublishNotes(stage.GroupId, stage.Text.ReadingId), stage.Ana, Cancellation)).Error?.Code);
    }

    [Theory, BothEngines]
    public async Task A_moderator_takes_anothers_link_away_with_a_reason_that_stays(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var link = await stage.LinkAsync(stage.Ana);

        Assert.Equal("reason", (await stage.UnlinkAsync(stage.Moderator, link.Id)).Error?.Code);
        var answers = await stage.Core.MeetAsync(stage.GroupId, 5, _ => stage.UnlinkAsync(stage.Moderator, link.Id, " They agree. "));

        Assert.Single(answers, answer => answer.Succeeded);
        await using var db = await stage.ReadAsync();
        var entry = await db.AuditEntries().SingleAsync(Cancellation);
        Assert.Equal(("link.remove", link.Id, stage.Moderator.AccountId, "They agree."), (entry.Action, entry.SubjectId, entry.ActorId, entry.Reason));
    }

    [Theory, BothEngines]
    public async Task The_links_of_all_marks_of_a_page_are_one_question_and_of_none_no_question(Engine engine)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        var marks = new List<Guid>();
        foreach (var kind in Enum.GetValues<LinkKind>())
            marks.Add((await stage.LinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), stage.Text.Second(), kind))).FromId);

        commands.Heal();
        Assert.Equal(5, (await stage.LinksAsync(stage.Ben, [.. marks])).Count);
        Assert.Equal(1, commands.Steps);
        commands.Heal();
        Assert.Empty(await stage.LinksAsync(stage.Ben));
        Assert.Equal(0, commands.Steps);
    }

    [Fact]
    public async Task One_end_is_not_taken_away_without_the_other()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var link = await stage.LinkAsync(stage.Ana);

        var refused = await stage.Get<RemoveAnnotationHandler>().HandleAsync(new RemoveAnnotation(link.ToId), stage.Ana, Cancellation);

        Assert.Equal("end-of-link", refused.Error?.Code);
        Assert.Equal(2, (await stage.CardsAsync(stage.Text, stage.Ben)).Count);
    }

    [Theory, BothEngines]
    public async Task Where_one_end_is_gone_the_other_says_so_and_tells_nothing_of_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");
        var link = await stage.LinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), other.Second(), note: "See there"));
        await using (var db = await stage.ReadAsync())
            await db.ShelfItems().Where(item => item.ReadingId == other.ReadingId).ExecuteDeleteAsync(Cancellation);

        var view = Assert.Single(await stage.LinksAsync(stage.Ben, link.FromId));

        Assert.Null(view.Other);
        Assert.Equal("See there", view.Note);
        Assert.Equal(Error.NotFound, (await stage.TryLinkAsync(stage.Ben, stage.Text.Link(stage.Text.First(), other.First()))).Error);
        (await stage.UnlinkAsync(stage.Ana, link.Id)).Must();
    }

    [Theory, BothEngines]
    public async Task A_note_is_plain_text_of_a_thousand_characters_at_most(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        Assert.Equal("too-long", (await stage.TryLinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), stage.Text.Second(), note: new string('n', 1_001)))).Error?.Code);
        Assert.Equal("invalid", (await stage.TryLinkAsync(stage.Ana, stage.Text.Link(stage.Text.First(), stage.Text.Second(), note: "no\0thing"))).Error?.Code);
        var link = await stage.LinkAsync(stage.Ana, new string('n', 1_000));

        Assert.Equal(1_000, (await stage.LinksAsync(stage.Ben, link.FromId))[0].Note?.Length);
        Assert.Null((await stage.LinksAsync(stage.Ben, (await stage.LinkAsync(stage.Ben, "  ", isPrivate: true)).FromId))[0].Note);
    }
}
