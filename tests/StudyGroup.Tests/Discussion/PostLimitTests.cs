using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class PostLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_comment_has_ten_thousand_characters_and_no_more(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var longest = string.Concat(Enumerable.Repeat("é\u00a0😀 ", 2_000));

        var posted = await stage.CommentAsync(stage.Ana, longest);
        var refused = await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), longest + "x") { ThreadId = posted.ThreadId });

        Assert.Equal(longest, (await stage.CommentRowAsync(posted.Id)).Markdown);
        Assert.Equal((ErrorKind.TooLong, "too-long", "The comment is too long: 10,000 characters at most."), (refused.Error?.Kind, refused.Error?.Code, refused.Error?.Message));
    }

    [Fact]
    public async Task What_nobody_can_read_is_no_comment()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);

        foreach (var markdown in new[] { "", " \n\t ", "\u200b", "half a sign \ud83d", "no\0thing" })
        {
            var refused = await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), markdown) { Target = new CommentTarget(stage.GroupId) });
            Assert.Equal("invalid", refused.Error?.Code);
        }

        await using var db = await stage.ReadAsync();
        Assert.False(await db.Threads().AnyAsync(Cancellation));
    }

    [Fact]
    public async Task A_title_has_two_hundred_characters_and_no_more()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        PostComment Titled(string title) => new(Guid.CreateVersion7(), "Well?") { Target = new CommentTarget(stage.GroupId) { Title = title } };

        var posted = (await stage.PostAsync(stage.Ana, Titled($"  {new string('t', 196)}  "))).Must();

        Assert.Equal(new string('t', 196), (await stage.ThreadRowAsync(posted.ThreadId)).Title);
        Assert.Equal("too-long", (await stage.PostAsync(stage.Ana, Titled(new string('t', 201)))).Error?.Code);
        Assert.Equal("invalid", (await stage.PostAsync(stage.Ana, Titled("no\0thing"))).Error?.Code);
    }

    [Fact]
    public async Task Twenty_posts_a_minute_are_enough_for_one_member_and_nobody_pays_for_another()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var limiter = stage.Get<PostLimiter>();
        for (var post = 0; post < 20; post++)
        {
            Assert.Null(limiter.Take(stage.Ana.AccountId));
            stage.Core.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(ErrorKind.TooMany, limiter.Take(stage.Ana.AccountId)?.Kind);
        Assert.Null(limiter.Take(stage.Ben.AccountId));
        stage.Core.Clock.Advance(TimeSpan.FromSeconds(40.5));
        Assert.Null(limiter.Take(stage.Ana.AccountId));
        Assert.Equal("too-many", limiter.Take(stage.Ana.AccountId)?.Code);
    }
}
