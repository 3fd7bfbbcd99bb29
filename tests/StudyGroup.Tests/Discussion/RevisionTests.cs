using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Readings.Editions;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>What an edited comment said before, and who may read that.</summary>
public sealed class RevisionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_slip_put_right_within_minutes_is_not_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Wich street?");

        stage.Core.Clock.Advance(Comment.Grace - TimeSpan.FromSeconds(1));
        await EditAsync(stage, posted, 1, "Which street?");

        Assert.Null((await ViewAsync(stage, posted)).EditedAt);
        Assert.Empty(await VersionsAsync(stage, posted));
    }

    [Theory, BothEngines]
    public async Task Each_later_version_shows_what_it_took_away_and_put_in(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Wich street?");
        await EditAsync(stage, posted, 1, "Which street is it?");
        var start = stage.Core.Clock.GetUtcNow();
        stage.Core.Clock.Advance(Comment.Grace);
        await EditAsync(stage, posted, 2, "Which long street is it?");
        stage.Core.Clock.Advance(TimeSpan.FromHours(1));
        await EditAsync(stage, posted, 3, "Which long street was it?");

        var versions = await VersionsAsync(stage, posted);

        Assert.Equal([(3, start.AddMinutes(65)), (2, start.AddMinutes(5)), (1, start)], versions.Select(version => (version.Number, version.From)));
        Assert.Equal("Which long street [-is-][+was+] it?", Written(versions[0]));
        Assert.Equal("Which [+long +]street is it?", Written(versions[1]));
        Assert.Equal("Which street is it?", Written(versions[2]));
        Assert.Equal(start.AddMinutes(65), (await ViewAsync(stage, posted)).EditedAt);
    }

    [Theory, BothEngines]
    public async Task What_is_hidden_or_deleted_has_no_versions(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "The sallow door");
        stage.Core.Clock.Advance(Comment.Grace);
        await EditAsync(stage, posted, 1, "The other door");
        Assert.Equal(2, (await VersionsAsync(stage, posted)).Count);

        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        Assert.Empty(await VersionsAsync(stage, posted));
        (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(posted.Id), stage.Moderator, Cancellation)).Must();
        Assert.Equal(2, (await VersionsAsync(stage, posted)).Count);
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(posted.Id), stage.Ana, Cancellation)).Must();
        Assert.Empty(await VersionsAsync(stage, posted));
    }

    [Theory, BothEngines]
    public async Task Of_a_note_to_oneself_nobody_else_reads_a_version(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "The sallow door", isPrivate: true);
        stage.Core.Clock.Advance(Comment.Grace);
        await EditAsync(stage, posted, 1, "The other door");

        Assert.Empty(await VersionsAsync(stage, posted));
        Assert.Equal(2, (await stage.Get<RevisionQuery>().ListAsync(posted.Id, stage.Ana, Cancellation)).Count);
    }

    [Theory, BothEngines]
    public async Task A_comment_that_was_edited_very_often_shows_its_newest_versions(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Door 0");
        stage.Core.Clock.Advance(Comment.Grace);
        for (var number = 1; number <= RevisionQuery.MostShown + 5; number++)
            await EditAsync(stage, posted, number, $"Door {number}");

        var versions = await VersionsAsync(stage, posted);

        Assert.Equal(RevisionQuery.MostShown + 1, versions.Count);
        Assert.Equal("Door 5", Written(versions[^1]));
    }

    private static async Task EditAsync(Stage stage, PostedComment posted, int version, string markdown) =>
        (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, version, markdown), stage.Ana, Cancellation)).Must();

    private static Task<IReadOnlyList<CommentVersion>> VersionsAsync(Stage stage, PostedComment posted) =>
        stage.Get<RevisionQuery>().ListAsync(posted.Id, stage.Observer, Cancellation);

    private static async Task<CommentView> ViewAsync(Stage stage, PostedComment posted) =>
        await stage.Get<ThreadQuery>().CommentAsync(posted.Id, stage.Observer, Cancellation) ?? throw new InvalidOperationException("The comment is not there.");

    private static string Written(CommentVersion version) => string.Concat(version.Changes.Select(piece => piece.Kind switch
    {
        PieceKind.Added => $"[+{piece.Text}+]",
        PieceKind.Removed => $"[-{piece.Text}-]",
        PieceKind.Same => piece.Text,
    }));
}
