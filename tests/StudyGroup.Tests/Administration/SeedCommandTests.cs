using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Notifications;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class SeedCommandTests
{
    private static readonly string[] Small = ["seed", "--group", "large", "--members", "12", "--readings", "3", "--comments", "2500", "--password", "a long enough secret"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task The_rows_are_as_if_everything_had_been_posted(Engine engine)
    {
        await using var machine = await Machine.CreateAsync(engine);

        var said = await machine.TypeAsync(Small);

        Assert.Equal(0, said.ExitCode);
        await using var db = await machine.ReadAsync();
        var group = await db.Groups().SingleAsync(Cancellation);
        Assert.Equal((12, 3, 2500), (await db.Memberships().CountAsync(Cancellation), await db.ShelfItems().CountAsync(Cancellation), await db.Comments().CountAsync(Cancellation)));

        var log = await db.StreamEvents().Where(row => row.StreamId == group.Id).OrderBy(row => row.Sequence).ToListAsync(Cancellation);
        var last = await db.EventStreams().Where(stream => stream.Id == group.Id).Select(stream => stream.LastSequence).SingleAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(number => (long)number), log.Select(row => row.Sequence));
        Assert.Equal(last, log[^1].Sequence);
        Assert.Equal(last, await db.NotificationPositions().Where(position => position.StreamId == group.Id).Select(position => position.Sequence).SingleAsync(Cancellation));

        var posted = log.Where(row => row.Kind == DiscussionEvents.CommentPosted).ToDictionary(row => row.SubjectId.GetValueOrDefault(), row => row.Sequence);
        var comments = await db.Comments().AsNoTracking().ToListAsync(Cancellation);
        Assert.All(comments, comment => Assert.Equal(comment.Sequence, posted[comment.Id]));
        var byThread = comments.ToLookup(comment => comment.ThreadId);
        foreach (var thread in await db.Threads().AsNoTracking().ToListAsync(Cancellation))
        {
            var own = byThread[thread.Id].OrderBy(comment => comment.Sequence).ToList();
            Assert.Equal((own.Count, own[0].Sequence, own[^1].Sequence, own[^1].PostedAt), (thread.CommentCount, thread.FirstSequence, thread.LastSequence, thread.LastAt));
            Assert.Equal(thread.StartedById, own[0].AuthorId);
        }
    }

    [Theory, BothEngines]
    public async Task Marks_stand_where_their_quotes_are(Engine engine)
    {
        await using var machine = await Machine.CreateAsync(engine);
        await machine.TypeAsync(Small);

        await using var db = await machine.ReadAsync();
        var marks = await (
            from mark in db.Annotations()
            join block in db.Blocks() on new { mark.EditionId, Key = mark.StartBlock } equals new { block.EditionId, block.Key }
            select new { Mark = mark, Block = block }).ToListAsync(Cancellation);

        Assert.True(marks.Count > 300);
        Assert.Equal(marks.Count, await db.Annotations().CountAsync(Cancellation));
        foreach (var row in marks.Where((_, place) => place % 10 == 0))
        {
            var described = await Selectors.DescribeAsync(
                db, new Passage(row.Mark.EditionId, new TextPoint(row.Mark.StartBlock, row.Mark.StartOffset), new TextPoint(row.Mark.EndBlock, row.Mark.EndOffset)), Cancellation);
            Assert.Equal(
                (row.Mark.Quote, row.Mark.Prefix, row.Mark.Suffix, row.Mark.StartPosition),
                (described.Value?.Quote, described.Value?.Prefix, described.Value?.Suffix, described.Value?.Start.Position ?? -1));
        }
    }

    [Theory, BothEngines]
    public async Task Pages_and_posts_go_on_from_the_seed(Engine engine)
    {
        await using var machine = await Machine.CreateAsync(engine);
        await machine.TypeAsync(Small);
        await using var db = await machine.ReadAsync();
        var group = await db.Groups().SingleAsync(Cancellation);
        var reading = await db.ShelfItems().OrderBy(item => item.Position).Select(item => item.ReadingId).FirstAsync(Cancellation);
        var account = await db.Accounts().SingleAsync(row => row.Email == "member3@example.org", Cancellation);
        var member = new CurrentMember(account.Id, account.DisplayName);

        var cards = await machine.Core.Get<MarginQuery>().CardsAsync(group.Id, reading, 0, member, Cancellation);
        var answer = await machine.Core.Get<PostCommentHandler>().HandleAsync(
            new PostComment(Guid.CreateVersion7(), "And now for real.") { ThreadId = cards[0].ThreadId, ParentId = cards[0].First?.Id }, member, Cancellation);
        await machine.Core.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        Assert.True(cards.Count > 100);
        Assert.StartsWith("<p", cards[0].First?.Html, StringComparison.Ordinal);
        Assert.True(answer.Succeeded);
        Assert.All(await db.Notifications().ToListAsync(Cancellation), notice => Assert.Equal(answer.Value?.Id, notice.CommentId));
    }

    [Theory, BothEngines]
    public async Task Members_have_their_roles_one_password_and_a_working_token_each(Engine engine)
    {
        await using var machine = await Machine.CreateAsync(engine);
        var file = Path.Combine(machine.Folder, "tokens");

        var said = await machine.TypeAsync([.. Small, "--tokens", file]);

        Assert.Equal(0, said.ExitCode);
        await using var db = await machine.ReadAsync();
        var roles = await (
            from membership in db.Memberships()
            join account in db.Accounts() on membership.AccountId equals account.Id
            orderby account.Id
            select new { account.Email, membership.Role, account.PasswordHash }).ToDictionaryAsync(row => row.Email ?? "", Cancellation);
        Assert.Equal((Role.Owner, Role.Moderator, Role.Participant), (roles["member1@example.org"].Role, roles["member2@example.org"].Role, roles["member12@example.org"].Role));
        Assert.Single(roles.Values.Select(row => row.PasswordHash).Distinct());

        var tokens = await System.IO.File.ReadAllLinesAsync(file, Cancellation);
        Assert.Equal(12, tokens.Length);
        var holder = await machine.Core.Get<SessionQueries>().FindAsync(tokens[1], Cancellation);
        Assert.Equal((await db.Accounts().Where(row => row.Email == "member2@example.org").Select(row => row.Id).SingleAsync(Cancellation), true), (holder?.AccountId, holder?.MayWrite));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_second_seed_adds_to_the_first_and_keeps_the_passwords()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);
        await machine.TypeAsync(Small);
        await using var db = await machine.ReadAsync();
        var before = await db.Accounts().Where(row => row.Email == "member1@example.org").Select(row => row.PasswordHash).SingleAsync(Cancellation);

        var said = await machine.TypeAsync("seed", "--group", "large", "--members", "14", "--readings", "1", "--comments", "10", "--password", "another long secret");

        Assert.Equal(0, said.ExitCode);
        Assert.Equal((14, 4, 2510), (await db.Memberships().CountAsync(Cancellation), await db.ShelfItems().CountAsync(Cancellation), await db.Comments().CountAsync(Cancellation)));
        Assert.Equal(before, await db.Accounts().Where(row => row.Email == "member1@example.org").Select(row => row.PasswordHash).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task Production_refuses_unless_forced()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite, "Production");
        var before = await machine.ContentAsync();
        string[] little = ["seed", "--group", "large", "--members", "2", "--readings", "0", "--comments", "3", "--password", "a long enough secret"];

        var refused = await machine.TypeAsync(little);
        var unchanged = before.SequenceEqual(await machine.ContentAsync());
        var forced = await machine.TypeAsync([.. little, "--force"]);

        Assert.Equal((1, true, 0), (refused.ExitCode, unchanged, forced.ExitCode));
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Large Group", "5", "a long enough secret", "small letters")]
    [InlineData("large", "0", "a long enough secret", "--members must be between")]
    [InlineData("large", "5", "short", "at least 8")]
    public async Task Wrong_values_are_said(string group, string members, string password, string sentence)
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);

        var said = await machine.TypeAsync("seed", "--group", group, "--members", members, "--readings", "0", "--comments", "0", "--password", password);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }
}
