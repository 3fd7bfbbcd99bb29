using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Links;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Annotations.Links;

/// <summary>Short ways to links; each goes through the real handler.</summary>
internal static class LinkSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Words of the first paragraph.</summary>
    public static LinkEnd First(this StagedText text) => new(text.ReadingId, text.Passage());

    /// <summary>Words of the second paragraph.</summary>
    public static LinkEnd Second(this StagedText text) => new(text.ReadingId, new Passage(text.EditionId, new TextPoint("b3", 0), new TextPoint("b3", 30)));

    public static AddLink Link(this StagedText text, LinkEnd from, LinkEnd to, LinkKind kind = LinkKind.Contradicts, string? note = null, bool isPrivate = false) =>
        new(Guid.CreateVersion7(), text.GroupId, from, to, kind, isPrivate, note);

    public static Task<Result<AddedLink>> TryLinkAsync(this Stage stage, CurrentMember author, AddLink request) =>
        stage.Get<AddLinkHandler>().HandleAsync(request, author, Cancellation);

    public static async Task<AddedLink> LinkAsync(this Stage stage, CurrentMember author, AddLink request) => (await stage.TryLinkAsync(author, request)).Must();

    /// <summary>Links the two paragraphs of the staged text.</summary>
    public static Task<AddedLink> LinkAsync(this Stage stage, CurrentMember author, string? note = null, bool isPrivate = false, LinkKind kind = LinkKind.Contradicts) =>
        stage.LinkAsync(author, stage.Text.Link(stage.Text.First(), stage.Text.Second(), kind, note, isPrivate));

    public static Task<IReadOnlyList<LinkView>> LinksAsync(this Stage stage, CurrentMember member, params Guid[] marks) =>
        stage.Get<LinkQuery>().OfMarksAsync(stage.GroupId, marks, member, Cancellation);

    public static Task<Result> UnlinkAsync(this Stage stage, CurrentMember member, Guid link, string? reason = null) =>
        stage.Get<RemoveLinkHandler>().HandleAsync(new RemoveLink(link, reason), member, Cancellation);

    public static Task<IReadOnlyList<ThreadCard>> CardsAsync(this Stage stage, StagedText text, CurrentMember member) =>
        stage.Get<MarginQuery>().CardsAsync(text.GroupId, text.ReadingId, 0, member, Cancellation);
}
