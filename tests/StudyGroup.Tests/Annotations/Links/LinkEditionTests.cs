using StudyGroup.Annotations.Anchoring;
using StudyGroup.Annotations.Links;
using StudyGroup.Tests.Annotations.Editions;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations.Links;

public sealed class LinkEditionTests
{
    [Theory, BothEngines]
    public async Task A_new_edition_keeps_a_link_and_its_other_end_follows_the_words(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");
        var link = await stage.LinkAsync(stage.Ana, stage.Text.Link(other.First(), stage.Text.Second()));

        await stage.ReviseAsync(EditionSteps.Third, StagedText.First, StagedText.Second);

        var view = Assert.Single(await stage.LinksAsync(stage.Ben, link.FromId));
        Assert.Equal((3, AnchorState.Found), (view.Other?.Number, view.Other?.State));
    }

    [Theory, BothEngines]
    public async Task Where_a_new_edition_lost_the_words_the_other_end_says_so_and_keeps_them(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");
        var link = await stage.LinkAsync(stage.Ana, stage.Text.Link(other.First(), stage.Text.Second()));

        await stage.ReviseAsync(StagedText.First, EditionSteps.Third);

        var view = Assert.Single(await stage.LinksAsync(stage.Ben, link.FromId));
        Assert.Equal((AnchorState.Lost, StagedText.Second[..30]), (view.Other?.State, view.Other?.Quote));
    }

    [Theory, BothEngines]
    public async Task A_link_from_a_page_with_the_older_text_follows_to_the_new_one(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (first, second) = (stage.Text.First(), stage.Text.Second());
        await stage.ReviseAsync(EditionSteps.Third, StagedText.First, StagedText.Second);

        var link = await stage.LinkAsync(stage.Ana, stage.Text.Link(first, second, LinkKind.SameEvent));

        Assert.Equal(3, Assert.Single(await stage.LinksAsync(stage.Ben, link.FromId)).Other?.Number);
    }
}
