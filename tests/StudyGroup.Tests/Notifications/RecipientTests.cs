using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Notifications;

/// <summary>Who is told, and of what: one notice a comment, for the first reason there is.</summary>
public sealed class RecipientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Each_reason_reaches_whom_it_concerns_and_nobody_else(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Owner, "Who counts the doors?");
        await stage.ReplyAsync(stage.Moderator, thread, "The lamplighter.");
        await stage.TellAsync();
        foreach (var member in new[] { stage.Owner, stage.Moderator })
            await stage.MarkAsync(member, new MarkNotificationsRead());

        await stage.ReplyAsync(stage.Ana, thread, "Or @Ben Alderny does.");
        await stage.TellAsync();

        Assert.Equal((NotificationKind.Reply, "Or @Ben Alderny does."), (await stage.ToldAsync(stage.Owner))[^1]);
        Assert.Equal([(NotificationKind.Answer, "Or @Ben Alderny does.")], await stage.ToldAsync(stage.Moderator));
        Assert.Equal([(NotificationKind.Mention, "Or @Ben Alderny does.")], await stage.ToldAsync(stage.Ben));
        foreach (var member in new[] { stage.Ana, stage.Observer, stage.Zoe })
            Assert.Empty(await stage.ToldAsync(member));
    }

    [Theory, BothEngines]
    public async Task Several_reasons_in_one_comment_make_one_notice_for_the_weightiest(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ben, "Who counts the doors?");

        await stage.ReplyAsync(stage.Ana, thread, "@Ben Alderny, you: @Ben Alderny.");
        await stage.ReplyAsync(stage.Ana, thread, "Do you?");
        await stage.TellAsync();

        Assert.Equal([(NotificationKind.Mention, "@Ben Alderny, you: @Ben Alderny."), (NotificationKind.Reply, "Do you?")], await stage.ToldAsync(stage.Ben));
    }

    [Theory, BothEngines]
    public async Task Nobody_is_told_of_what_they_wrote_themselves(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "A note by @Ana Beck.");

        await stage.ReplyAsync(stage.Ana, thread, "And another by @Ana Beck.");
        await stage.TellAsync();

        Assert.Empty(await stage.StoredAsync());
    }

    [Theory, BothEngines]
    public async Task Who_is_suspended_or_gone_when_it_is_told_is_not_told_and_sees_nothing_of_before(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ben, "Who counts the doors?");
        await stage.ReplyAsync(stage.Moderator, thread, "The lamplighter.");
        await stage.ReplyAsync(stage.Ana, thread, "@Ben Alderny, you?");
        await stage.TellAsync();
        Assert.Equal(2, (await stage.ToldAsync(stage.Ben)).Count);

        await stage.ReplyAsync(stage.Ana, thread, "@Ben Alderny and @Milo Tarn?");
        (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Off the path"), stage.Owner, Cancellation)).Must();
        (await stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, stage.Moderator.AccountId), stage.Owner, Cancellation)).Must();
        await stage.TellAsync();

        Assert.Empty(await stage.ToldAsync(stage.Ben));
        Assert.Empty(await stage.ToldAsync(stage.Moderator));
        Assert.DoesNotContain(await stage.StoredAsync(), notice => notice.Comment == thread.Id);
        (await stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ben.AccountId), stage.Owner, Cancellation)).Must();
        Assert.Equal([NotificationKind.Reply, NotificationKind.Mention], (await stage.ToldAsync(stage.Ben)).Select(notice => notice.Kind));
    }

    [Theory, BothEngines]
    public async Task Nothing_of_another_group_is_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.CommentAsync(stage.Ana, "@Zoe Holm, come over.");

        await stage.CommentAsync(stage.Zoe, "@Ana Beck and @Ben Alderny stay away.", stage.TextElsewhere);
        await stage.TellAsync();

        Assert.Empty(await stage.StoredAsync());
    }

    [Theory, BothEngines]
    public async Task Notes_for_oneself_tell_nobody(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var note = await stage.CommentAsync(stage.Ana, "@Ben Alderny must not know.", isPrivate: true);

        await stage.ReplyAsync(stage.Ana, note, "Nor @Milo Tarn.");
        await stage.HighlightAsync(stage.Ana);
        await stage.TellAsync();

        Assert.Empty(await stage.StoredAsync());
    }

    [Theory, BothEngines]
    public async Task An_edit_tells_only_whom_it_names_anew(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Owner, "Who counts?");
        var reply = await stage.ReplyAsync(stage.Ana, thread, "@Ben Alderny does.");
        await stage.TellAsync();

        (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(reply.Id, 1, "@Ben Alderny and @Milo Tarn do."), stage.Ana, Cancellation)).Must();
        await stage.TellAsync();

        Assert.Equal([(NotificationKind.Mention, "@Ben Alderny and @Milo Tarn do.")], await stage.ToldAsync(stage.Moderator));
        Assert.Equal([(NotificationKind.Mention, "@Ben Alderny and @Milo Tarn do.")], await stage.ToldAsync(stage.Ben));
        Assert.Equal([(NotificationKind.Reply, "@Ben Alderny and @Milo Tarn do.")], await stage.ToldAsync(stage.Owner));
    }

    [Theory, BothEngines]
    public async Task An_observer_who_is_named_is_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        await stage.CommentAsync(stage.Ana, "@Oskar Rill, look.", kind: AnnotationKind.Question);
        await stage.TellAsync();

        Assert.Equal([(NotificationKind.Mention, "@Oskar Rill, look.")], await stage.ToldAsync(stage.Observer));
    }
}
