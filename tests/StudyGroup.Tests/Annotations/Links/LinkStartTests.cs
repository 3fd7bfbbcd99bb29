using StudyGroup.Annotations.Links;
using StudyGroup.Discussion.Links;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations.Links;

public sealed class LinkStartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task The_first_end_is_kept_for_its_member_until_the_link_is_made(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await BeginAsync(stage, stage.Ana, stage.Text.First());
        await BeginAsync(stage, stage.Ana, stage.Text.Second());

        var kept = await FindAsync(stage, stage.Ana);

        Assert.Equal((stage.Text.ReadingId, "The Uncounted Door", 2, StagedText.Second[..30]), (kept?.ReadingId, kept?.Title, kept?.Number, kept?.Quote));
        Assert.Null(await FindAsync(stage, stage.Ben));
        await stage.LinkAsync(stage.Ana, stage.Text.Link(kept?.ToEnd() ?? stage.Text.First(), stage.Text.First()));
        Assert.Null(await FindAsync(stage, stage.Ana));
    }

    [Theory, BothEngines]
    public async Task A_first_end_is_forgotten_after_a_day_or_when_its_member_says_so(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await BeginAsync(stage, stage.Ana, stage.Text.First());
        await BeginAsync(stage, stage.Ben, stage.Text.First());

        (await stage.Get<DropLinkStartHandler>().HandleAsync(new DropLinkStart(stage.GroupId), stage.Ana, Cancellation)).Must();
        Assert.Null(await FindAsync(stage, stage.Ana));
        Assert.NotNull(await FindAsync(stage, stage.Ben));

        stage.Core.Clock.Advance(LinkStart.Kept + TimeSpan.FromMinutes(1));
        Assert.Null(await FindAsync(stage, stage.Ben));
    }

    [Theory, BothEngines]
    public async Task A_passage_of_another_edition_or_reading_is_no_first_end(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var foreign = stage.TextElsewhere.First();

        Assert.Equal(Error.NotFound, (await TryAsync(stage, stage.Ana, foreign)).Error);
        Assert.Equal("bad-passage", (await TryAsync(stage, stage.Ana, foreign with { ReadingId = stage.Text.ReadingId })).Error?.Code);
        Assert.Null(await FindAsync(stage, stage.Ana));
    }

    [Theory, BothEngines]
    public async Task The_other_end_can_be_named_by_number_or_by_address(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");
        var site = stage.Get<SiteAddress>();

        foreach (var text in new[] { "2", "¶2", " ¶ 2 " })
            Assert.Equal((stage.Text.ReadingId, StagedText.Second), await NamedAsync(stage, text));
        Assert.Equal((other.ReadingId, StagedText.Second), await NamedAsync(stage, site.Of($"/groups/herons/readings/{other.Slug}#b3")));
        foreach (var text in new[] { "", "9", "door", "https://example.com/groups/herons/readings/the-uncounted-door#b3", site.Of($"/groups/elsewhere/readings/{stage.TextElsewhere.Slug}#b3"), site.Of($"/groups/elsewhere/readings/{stage.Text.Slug}#b3"), new string('7', 600) })
            Assert.Equal("no-paragraph", (await stage.Get<LinkPlaceQuery>().FindAsync(stage.GroupId, stage.Text.ReadingId, text, stage.Ana, Cancellation)).Error?.Code);
    }

    private static async Task<(Guid?, string?)> NamedAsync(Stage stage, string text)
    {
        var place = (await stage.Get<LinkPlaceQuery>().FindAsync(stage.GroupId, stage.Text.ReadingId, text, stage.Ana, Cancellation)).Must();
        return (place.ReadingId, place.Quote);
    }

    private static Task<LinkPlace?> FindAsync(Stage stage, CurrentMember member) => stage.Get<LinkStartQuery>().FindAsync(stage.GroupId, member, Cancellation);

    private static Task<Result> TryAsync(Stage stage, CurrentMember member, LinkEnd end) =>
        stage.Get<BeginLinkHandler>().HandleAsync(new BeginLink(stage.GroupId, end.ReadingId, end.Passage), member, Cancellation);

    private static async Task BeginAsync(Stage stage, CurrentMember member, LinkEnd end) => (await TryAsync(stage, member, end)).Must();
}
