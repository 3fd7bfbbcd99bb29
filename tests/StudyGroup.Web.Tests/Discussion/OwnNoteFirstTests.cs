using System.Net;
using Microsoft.AspNetCore.Routing.Patterns;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Notifications;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Discussion;

/// <summary>Others' words wait for one's own note on every address of the site.</summary>
public sealed class OwnNoteFirstTests
{
    private const string Canary = "godwit";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_address_gives_the_words_away_before_ones_own_note_and_the_pages_show_them_after_it()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var (reading, said) = await SetAsync(scene);

        var before = await WithWordsAsync(scene, reading.Id, reading.Slug, said);
        var page = await scene.PageAsync("Ana", $"{scene.Address}/readings/{reading.Slug}", Cancellation);
        await scene.SayAsync("Ana", "A heron of mine", Cancellation, await scene.PassageAsync(reading.Id, 5, Cancellation));
        var after = await WithWordsAsync(scene, reading.Id, reading.Slug, said);

        Assert.Empty(before);
        Assert.Equal("2 comments wait here", page.QuerySelector(".card.waiting .how-many")?.TextContent.Trim());
        Assert.StartsWith("Your own note first", page.QuerySelector("[data-own-note]:not([hidden])")?.TextContent.Trim(), StringComparison.Ordinal);
        foreach (var path in new[] { $"{scene.Address}", $"{scene.Address}/readings/{reading.Slug}", $"{scene.Address}/threads/{said.ThreadId}", $"{scene.Address}/notebook", "/notifications", "/bookmarks" })
            Assert.Contains(path, after);
    }

    [Fact]
    public async Task A_closed_thread_says_how_many_wait_and_offers_to_write_or_to_mark_the_section_as_read()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        var (_, said) = await SetAsync(scene);

        var page = await scene.PageAsync("Ana", $"{scene.Address}/threads/{said.ThreadId}", Cancellation);

        Assert.Equal("2 comments wait here", page.QuerySelector(".panel .note b")?.TextContent);
        Assert.Equal("Mark the section as read", page.QuerySelector(".panel .note button")?.TextContent);
        Assert.NotNull(page.QuerySelector(".panel study-composer"));
        Assert.Empty(page.QuerySelectorAll(".post"));
    }

    [Fact]
    public async Task Who_moderates_sets_it_on_the_page_of_the_shelf_and_nobody_else_finds_that_page()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var path = $"{scene.Address}/shelf/{reading.Slug}";
        var owner = await scene.BrowserAsync(GroupScene.Owner, Cancellation);

        using var done = await owner.SubmitAsync(path, "shelf-item", Cancellation, ("OwnNoteFirst", "true"), ("OpensByReading", "true"));
        var boxes = (await owner.PageAsync(path, Cancellation)).QuerySelectorAll("input[type=checkbox]");
        var sections = await scene.Site.Get<SectionQuery>().ListAsync(scene.GroupId, reading.Id, scene["Ana"], Cancellation);
        using var refused = await (await scene.BrowserAsync("Ana", Cancellation)).GetAsync(path, Cancellation);

        Assert.Contains("It is saved.", await done.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.True(sections.IsSet);
        Assert.Equal(["OwnNoteFirst", "OpensByReading"], boxes.Where(box => box.HasAttribute("checked")).Select(box => box.GetAttribute("name")));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<(ImportedReading Reading, PostedComment Said)> SetAsync(GroupScene scene)
    {
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.MemberAsync("Ben", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var said = await scene.SayAsync("Ben", "A godwit for @Ana", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));
        await scene.SayAsync(GroupScene.Owner, "A godwit answers", Cancellation, threadId: said.ThreadId, parentId: said.Id);
        await scene.SayAsync("Ben", "A godwit over all", Cancellation, new CommentTarget(scene.GroupId) { ReadingId = reading.Id, Title = "A godwit title" });
        await scene.Site.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(said.Id, IsOn: true), scene["Ana"], Cancellation);
        await scene.Site.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(scene.GroupId, reading.Id, IsOn: true), scene[GroupScene.Owner], Cancellation);
        await scene.Site.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        return (reading, said);
    }

    /// <summary>Every address that can be read, with the ids of what was said in the place of its parameters.</summary>
    private static async Task<IReadOnlyList<string>> WithWordsAsync(GroupScene scene, Guid readingId, string readingSlug, PostedComment said)
    {
        var ana = await scene.BrowserAsync("Ana", Cancellation);
        string[] thing = [$"{said.Id}", $"{said.ThreadId}", $"{readingId}"];
        var paths = scene.Site.Readable().SelectMany(pattern => thing.Select(id => PathOf(pattern, scene, readingId, readingSlug, id)))
            .Append($"{scene.Address}/readings/{readingSlug}?comment={said.Id}").Append($"{scene.Address}/notebook?reading={readingSlug}&order=time")
            .Where(path => !path.StartsWith("/account/sign", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains($"{scene.Address}/threads/{said.ThreadId}", paths);

        var found = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await ana.GetAsync(path, Cancellation);
            if ((await answer.Content.ReadAsStringAsync(Cancellation)).Contains(Canary, StringComparison.OrdinalIgnoreCase))
                found.Add(path);
        }

        return found;
    }

    private static string PathOf(RoutePattern pattern, GroupScene scene, Guid readingId, string readingSlug, string id) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "groupId" } => $"{scene.GroupId}",
            RoutePatternParameterPart { Name: "readingId" } => $"{readingId}",
            RoutePatternParameterPart { Name: "ReadingSlug" or "readingSlug" } => readingSlug,
            RoutePatternParameterPart { Name: "Slug" or "GroupSlug" or "groupSlug" } => scene.Slug,
            RoutePatternParameterPart { ParameterPolicies: var policies } when policies.Any(policy => policy.Content == "guid") => id,
            _ => "made-up",
        }))));
}
