using StudyGroup.Groups;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Groups;

public sealed class LibraryPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lists_what_the_member_may_see_and_nothing_else()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.PersonAsync("Zoe", Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The <b>Room</b>"))[0];

        var mine = await scene.PageAsync(GroupScene.Owner, "/library", Cancellation);
        var theirs = await scene.PageAsync("Zoe", "/library", Cancellation);

        var row = Assert.Single(mine.QuerySelectorAll("#readings > li"));
        Assert.Equal("The <b>Room</b>", row.QuerySelector($"a[href='{scene.Address}/readings/{reading.Slug}']")?.TextContent);
        Assert.Contains("Maren Holt, 2011", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 ¶, 1 min", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("new", row.TextContent, StringComparison.Ordinal);
        Assert.Empty(theirs.QuerySelectorAll("#readings > li"));
        Assert.NotNull(theirs.QuerySelector("main .empty"));
    }

    [Fact]
    public async Task The_next_page_begins_after_the_last_row_and_the_total_is_known()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.ShelveAsync(Cancellation, [.. Enumerable.Range(1, LibraryQuery.PageSize + 2).Select(number => $"Reading {number:D3}")]);

        var first = await scene.PageAsync(GroupScene.Owner, "/library", Cancellation);
        var more = first.QuerySelector("a[data-load-more]")?.GetAttribute("href") ?? "";
        var second = await scene.PageAsync(GroupScene.Owner, more, Cancellation);

        Assert.Equal(LibraryQuery.PageSize, first.QuerySelectorAll("#readings > li").Length);
        Assert.Contains("Showing 50 of 52.", first.QuerySelector("[data-more]")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Reading 051", "Reading 052"], second.QuerySelectorAll("#readings .t").Select(title => title.TextContent));
        Assert.Contains("Showing 52 of 52.", second.QuerySelector("[data-more]")?.TextContent, StringComparison.Ordinal);
        Assert.Null(second.QuerySelector("a[data-load-more]"));
    }

    [Theory]
    [InlineData("?after=x&afterId=no&shown=many")]
    [InlineData("?after=&afterId=&shown=-4")]
    public async Task A_mistyped_place_in_the_list_is_ignored(string query)
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.ShelveAsync(Cancellation, "The Room");

        var page = await scene.PageAsync(GroupScene.Owner, "/library" + query, Cancellation);

        Assert.Single(page.QuerySelectorAll("#readings > li"));
    }
}
