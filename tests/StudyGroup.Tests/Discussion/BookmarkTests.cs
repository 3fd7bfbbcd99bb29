using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class BookmarkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_kept_comment_is_listed_with_its_place_for_its_keeper_alone(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");

        (await KeepAsync(stage, said, stage.Observer)).Must();

        var row = Assert.Single(await ListAsync(stage, stage.Observer));
        Assert.Equal((said.Id, "Ana Beck", "herons", stage.Text.Slug, "The Uncounted Door", true), (row.CommentId, row.AuthorName, row.GroupSlug, row.ReadingSlug, row.ReadingTitle, row.IsOnPassage));
        Assert.Equal([said.Id], await stage.Get<BookmarkQuery>().InThreadAsync(said.ThreadId, stage.Observer, Cancellation));
        Assert.Empty(await ListAsync(stage, stage.Ana));
        Assert.Empty(await stage.Get<BookmarkQuery>().InThreadAsync(said.ThreadId, stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Twenty_clicks_at_once_keep_it_once_and_twenty_more_let_it_go(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var said = await stage.CommentAsync(stage.Ana, "The long one.");

        Assert.All(await stage.Core.MeetAsync(stage.Ben.AccountId, 20, _ => KeepAsync(stage, said, stage.Ben)), one => one.Must());
        Assert.Single(await ListAsync(stage, stage.Ben));

        Assert.All(await stage.Core.MeetAsync(stage.Ben.AccountId, 20, _ => KeepAsync(stage, said, stage.Ben, isOn: false)), one => one.Must());
        Assert.Empty(await ListAsync(stage, stage.Ben));
    }

    [Theory, BothEngines]
    public async Task What_is_hidden_or_in_a_group_one_was_shut_out_of_is_not_listed(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (hidden, open) = (await stage.CommentAsync(stage.Ana, "One"), await stage.CommentAsync(stage.Ana, "Two"));
        foreach (var said in new[] { hidden, open })
            (await KeepAsync(stage, said, stage.Ben)).Must();

        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        Assert.Equal([open.Id], (await ListAsync(stage, stage.Ben)).Select(row => row.CommentId));
        Assert.Equal("gone", (await KeepAsync(stage, hidden, stage.Owner)).Error?.Code);

        await stage.BecomeAsync(stage.Ben, Role.Participant, MembershipStatus.Suspended);
        Assert.Empty(await ListAsync(stage, stage.Ben));
        Assert.Empty(await stage.Get<BookmarkQuery>().InThreadAsync(open.ThreadId, stage.Ben, Cancellation));
    }

    [Theory, BothEngines]
    public async Task The_list_goes_on_where_a_page_ends_and_what_was_kept_last_comes_first(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Comment 0");
        var kept = new List<Guid>();
        for (var number = 1; number <= BookmarkQuery.PageSize + 2; number++)
        {
            var said = await stage.ReplyAsync(stage.Ana, first, $"Comment {number}");
            (await KeepAsync(stage, said, stage.Ben)).Must();
            kept.Insert(0, said.Id);
        }

        var page = await ListAsync(stage, stage.Ben);
        var rest = await stage.Get<BookmarkQuery>().ListAsync(page[^1].Sequence, stage.Ben, Cancellation);

        Assert.Equal(BookmarkQuery.PageSize, page.Count);
        Assert.Equal(kept, page.Concat(rest).Select(row => row.CommentId));
    }

    private static Task<IReadOnlyList<BookmarkRow>> ListAsync(Stage stage, CurrentMember member) => stage.Get<BookmarkQuery>().ListAsync(null, member, Cancellation);

    private static Task<Result> KeepAsync(Stage stage, PostedComment said, CurrentMember member, bool isOn = true) =>
        stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(said.Id, isOn), member, Cancellation);
}
