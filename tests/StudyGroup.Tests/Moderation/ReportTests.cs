using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Moderation;

public sealed class ReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Fifty_reports_of_one_comment_by_one_member_at_once_count_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");

        var answers = await AtOnce.DoAsync(50, number => ReportAsync(stage, posted, stage.Ben, $"Reason {number}"));

        var first = Assert.Single(Enumerable.Range(0, 50), number => answers[number].Succeeded);
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error is { Kind: ErrorKind.Conflict, Code: "reported" }));
        await using var db = await stage.ReadAsync();
        var report = await db.Reports().SingleAsync(Cancellation);
        Assert.Equal((posted.Id, stage.Ben.AccountId, stage.GroupId, $"Reason {first}"), (report.CommentId, report.ReporterId, report.GroupId, report.Reason));
    }

    [Theory, BothEngines]
    public async Task The_reports_of_thirty_members_at_once_are_all_kept(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");
        var people = await stage.CrowdAsync(30, Role.Participant);

        var answers = await AtOnce.DoAsync(30, number => ReportAsync(stage, posted, people[number], "  Too loud  "));

        Assert.All(answers, answer => Assert.True(answer.Succeeded));
        await using var db = await stage.ReadAsync();
        Assert.Equal(people.Select(person => person.AccountId).Order(), (await db.Reports().Where(report => report.Reason == "Too loud").Select(report => report.ReporterId).ToListAsync(Cancellation)).Order());
    }

    [Theory, BothEngines]
    public async Task The_author_is_never_told_who_reported_nor_that_anybody_did(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");
        var before = await TellingAsync(stage, posted);

        (await ReportAsync(stage, posted, stage.Ben, "sparrowhawk reason")).Must();

        Assert.Equal(before, await TellingAsync(stage, posted));
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        var after = await TellingAsync(stage, posted);
        Assert.DoesNotContain("sparrowhawk", after, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Ben.AccountId.ToString(), after, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_report_says_why_in_at_most_a_thousand_characters()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");

        Assert.Equal("reason", (await ReportAsync(stage, posted, stage.Ben, " \n ")).Error?.Code);
        Assert.Equal("too-long", (await ReportAsync(stage, posted, stage.Ben, new string('r', TextLimits.Reason + 1))).Error?.Code);
        Assert.Equal("invalid", (await ReportAsync(stage, posted, stage.Ben, "no\0thing")).Error?.Code);
        Assert.True((await ReportAsync(stage, posted, stage.Ben, new string('r', TextLimits.Reason))).Succeeded);
    }

    [Fact]
    public async Task What_is_deleted_cannot_be_reported()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var posted = await stage.CommentAsync(stage.Ana, "Loud.");
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(posted.Id), stage.Ana, Cancellation)).Must();

        Assert.Equal(Error.NotFound, (await ReportAsync(stage, posted, stage.Ben, "Too loud")).Error);
    }

    private static Task<Result> ReportAsync(Stage stage, PostedComment posted, CurrentMember reporter, string reason) =>
        stage.Get<ReportCommentHandler>().HandleAsync(new ReportComment(posted.Id, reason), reporter, Cancellation);

    /// <summary>All that the author can read, and all that the log tells.</summary>
    private static async Task<string> TellingAsync(Stage stage, PostedComment posted)
    {
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        await using var db = await stage.ReadAsync();
        var log = await db.StreamEvents().AsNoTracking().OrderBy(row => row.StreamId).ThenBy(row => row.Sequence).ToListAsync(Cancellation);
        return JsonSerializer.Serialize(new
        {
            Comments = await stage.Get<ThreadQuery>().CommentsAsync(posted.ThreadId, 0, stage.Ana, Cancellation),
            Thread = await stage.Get<ThreadQuery>().FindAsync(posted.ThreadId, null, stage.Ana, Cancellation),
            Cards = await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Ana, Cancellation),
            Feed = await stage.Get<NotificationQuery>().ListAsync(null, stage.Ana, Cancellation),
            News = await stage.Get<LiveEvents>().GetAsync(log, stage.Ana),
        });
    }
}
