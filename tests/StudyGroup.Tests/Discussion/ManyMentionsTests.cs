using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Each name in a comment is a notice for somebody, so one comment cannot name a crowd.</summary>
public sealed class ManyMentionsTests
{
    private const int Limit = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task As_many_names_as_a_comment_holds_are_refused_with_a_sentence_and_nothing_is_stored(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var crowd = await stage.CrowdAsync(3_000, Role.Participant);
        var words = Naming(crowd.TakeWhile((_, number) => Naming(crowd.Take(number + 1)).Length <= TextLimits.Comment));

        var refused = await PostAsync(stage, words);

        Assert.Equal(("invalid", "A comment names 50 people at most. Take some of the names out."), (refused.Error?.Code, refused.Error?.Message));
        await using var db = await stage.ReadAsync();
        Assert.False(await db.Comments().AnyAsync(Cancellation));
        Assert.False(await db.Mentions().AnyAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task Fifty_are_named_and_one_more_is_not(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var crowd = await stage.CrowdAsync(Limit + 1, Role.Participant);

        Assert.True((await PostAsync(stage, Naming(crowd.Take(Limit)))).Succeeded);
        Assert.False((await PostAsync(stage, Naming(crowd))).Succeeded);
    }

    [Theory, BothEngines]
    public async Task One_name_three_thousand_times_is_one(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var crowd = await stage.CrowdAsync(1, Role.Participant);

        var posted = (await PostAsync(stage, string.Concat(Enumerable.Repeat("@W1,", TextLimits.Comment / 4)))).Must();

        await using var db = await stage.ReadAsync();
        Assert.Equal(crowd[0].AccountId, await db.Mentions().Where(mention => mention.CommentId == posted.Id).Select(mention => mention.AccountId).SingleAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task Edits_name_no_more_between_them_and_the_words_stay_as_they_were(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var crowd = await stage.CrowdAsync(2 * Limit, Role.Participant);
        var posted = (await PostAsync(stage, Naming(crowd.Take(Limit)))).Must();
        var edits = stage.Get<EditCommentHandler>();

        var others = await edits.HandleAsync(new EditComment(posted.Id, 1, Naming(crowd.Skip(Limit))), stage.Ana, Cancellation);
        var fewer = await edits.HandleAsync(new EditComment(posted.Id, 1, Naming(crowd.Take(10))), stage.Ana, Cancellation);

        Assert.Equal("invalid", others.Error?.Code);
        Assert.True(fewer.Succeeded);
        Assert.Equal(Naming(crowd.Take(10)), (await stage.CommentRowAsync(posted.Id)).Markdown);
    }

    [Theory, BothEngines]
    public async Task Signs_that_turn_the_line_around_neither_make_nor_break_a_name(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var turned = (await PostAsync(stage, "@\u202ekceB anA and @Ben Alderny\u202e hears")).Must();

        await using var db = await stage.ReadAsync();
        Assert.Equal(stage.Ben.AccountId, await db.Mentions().Where(mention => mention.CommentId == turned.Id).Select(mention => mention.AccountId).SingleAsync(Cancellation));
        Assert.DoesNotContain('\u202e', (await stage.CommentRowAsync(turned.Id)).Html);
    }

    private static Task<Result<PostedComment>> PostAsync(Stage stage, string words) =>
        stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), words) { Target = new CommentTarget(stage.GroupId) });

    private static string Naming(IEnumerable<CurrentMember> people) => string.Concat(people.Select(member => $"@{member.Name},"));
}
