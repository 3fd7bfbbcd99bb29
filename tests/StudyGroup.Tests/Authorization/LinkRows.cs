using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion.Links;
using StudyGroup.Shared;
using StudyGroup.Tests.Annotations.Links;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Links between passages, and their first ends.</summary>
internal static class LinkRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(AddLinkHandler), "a text of the group", Discussers, AfterNone((stage, actor) => LinkAsync(stage, actor, stage.Text, stage.Text.Second(), isPrivate: false))),
        new(nameof(AddLinkHandler), "a text of the group, for oneself", Members, AfterNone((stage, actor) => LinkAsync(stage, actor, stage.Text, stage.Text.Second(), isPrivate: true))),
        new(nameof(AddLinkHandler), "a text of another group", StrangerOnly, AfterNone((stage, actor) => LinkAsync(stage, actor, stage.TextElsewhere, stage.TextElsewhere.Second(), isPrivate: false))),
        new(nameof(AddLinkHandler), "a text of the group and one of another", NotThere, AfterNone((stage, actor) => LinkAsync(stage, actor, stage.Text, stage.TextElsewhere.Second(), isPrivate: true))),
        new(nameof(BeginLinkHandler), "a text of the group", Members, Act((stage, actor) => BeginAsync(stage, actor, stage.Text))),
        new(nameof(BeginLinkHandler), "a text of another group", StrangerOnly, Act((stage, actor) => BeginAsync(stage, actor, stage.TextElsewhere))),
        new(nameof(BeginLinkHandler), "a text of another group under one's own group", NotThere, Act((stage, actor) => BeginAsync(stage, actor, stage.TextElsewhere with { GroupId = stage.GroupId }))),
        new(nameof(DropLinkStartHandler), "what was begun", StillThere, async (stage, actor) =>
        {
            await BeginAsync(stage, actor, stage.Text);
            return async () => (await stage.Get<DropLinkStartHandler>().HandleAsync(new DropLinkStart(stage.GroupId), actor, Cancellation)).Error;
        }),
        new(nameof(RemoveLinkHandler), "one's own link", Members, async (stage, actor) => Remove(stage, actor, await LinkOfAsync(stage, actor, isPrivate: false))),
        new(nameof(RemoveLinkHandler), "one's own private link", Members, async (stage, actor) => Remove(stage, actor, await LinkOfAsync(stage, actor, isPrivate: true))),
        new(nameof(RemoveLinkHandler), "another's link", Moderators, async (stage, actor) => Remove(stage, actor, await LinkOfAsync(stage, stage.Ben, isPrivate: false))),
        new(nameof(RemoveLinkHandler), "another's private link", NotThere, async (stage, actor) => Remove(stage, actor, await LinkOfAsync(stage, stage.Ben, isPrivate: true))),
        new(nameof(RemoveLinkHandler), "a link of another group", StrangerOnly, async (stage, actor) =>
        {
            await ClearAsync(stage);
            var link = stage.TextElsewhere.Link(stage.TextElsewhere.First(), stage.TextElsewhere.Second());
            return Remove(stage, actor, (await stage.LinkAsync(stage.Zoe, link)).Id);
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // One after the other makes the same link.
    private static Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> AfterNone(Func<Stage, CurrentMember, Task<Error?>> act) => async (stage, actor) =>
    {
        await ClearAsync(stage);
        return () => act(stage, actor);
    };

    private static async Task<Error?> LinkAsync(Stage stage, CurrentMember actor, StagedText text, LinkEnd other, bool isPrivate) =>
        (await stage.TryLinkAsync(actor, text.Link(text.First(), other, isPrivate: isPrivate))).Error;

    private static async Task<Error?> BeginAsync(Stage stage, CurrentMember actor, StagedText text) => (await stage.Get<BeginLinkHandler>().HandleAsync(
        new BeginLink(text.GroupId, text.ReadingId, text.Passage()), actor, Cancellation)).Error;

    private static Func<Task<Error?>> Remove(Stage stage, CurrentMember actor, Guid id) => async () => (await stage.UnlinkAsync(actor, id, "They agree")).Error;

    // Made while the author was allowed to: by Ben, then given to whom the row asks for.
    private static async Task<Guid> LinkOfAsync(Stage stage, CurrentMember author, bool isPrivate)
    {
        await ClearAsync(stage);
        var link = await stage.LinkAsync(stage.Ben, isPrivate: isPrivate);
        await using var db = await stage.ReadAsync();
        await db.PassageLinks().Where(row => row.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, author.AccountId), Cancellation);
        await db.Annotations().Where(row => row.Id == link.FromId || row.Id == link.ToId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, author.AccountId), Cancellation);
        return link.Id;
    }

    private static async Task ClearAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        await db.PassageLinks().ExecuteDeleteAsync(Cancellation);
    }
}
