using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;
using StudyGroup.Web.Tests.Site;

namespace StudyGroup.Web.Tests.Realtime;

/// <summary>A site with a group of two, Ana and Ben, a reading of three paragraphs, and Zoe, who belongs to neither.</summary>
public sealed class ReadingRoom : IAsyncDisposable
{
    private ReadingRoom(StudyGroupSite site) => Site = site;

    public StudyGroupSite Site { get; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    public required Guid EditionId { get; init; }

    public required CurrentMember Ana { get; init; }

    public required CurrentMember Ben { get; init; }

    public required CurrentMember Zoe { get; init; }

    public string ReadingTopic => $"reading/{GroupId}/{ReadingId}";

    public static async Task<ReadingRoom> OpenAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var site = await StudyGroupSite.DevelopmentAsync(cancellationToken, settings);
        var ana = await MemberAsync(site, "Ana", cancellationToken);
        var ben = await MemberAsync(site, "Ben", cancellationToken);
        var zoe = await MemberAsync(site, "Zoe", cancellationToken);
        var group = (await site.Get<CreateGroupHandler>().HandleAsync(new CreateGroup("Room"), ana, cancellationToken)).Value
            ?? throw new InvalidOperationException("The group was refused.");
        var invitation = (await site.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(group.Id, Role.Participant, 1, 1), ana, cancellationToken)).Value ?? "";
        await site.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(invitation), ben, cancellationToken);

        var draft = new ReadingDraft
        {
            Title = "Three Paragraphs",
            Blocks = [new(BlockKind.Paragraph, "The first paragraph stands alone."), new(BlockKind.Paragraph, "The second one answers it."), new(BlockKind.Paragraph, "The third ends.")],
        };
        var imported = await site.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(new ImportedDocument("three.txt", "hash", null, [draft]), group.Id), ana, cancellationToken);
        var readingId = imported.Value?[0].Id ?? throw new InvalidOperationException("The reading was refused.");
        await using var db = await site.ReadAsync(cancellationToken);
        var editionId = await db.Readings().Where(reading => reading.Id == readingId).Select(reading => reading.CurrentEditionId).SingleAsync(cancellationToken);
        return new ReadingRoom(site) { GroupId = group.Id, ReadingId = readingId, EditionId = editionId, Ana = ana, Ben = ben, Zoe = zoe };
    }

    public async Task<HubLine> HubAsync(CurrentMember member, CancellationToken cancellationToken, bool mayWrite = true)
    {
        var token = await Site.Get<CreateAccessTokenHandler>().HandleAsync(new CreateAccessToken("test", mayWrite, null, StudyGroupSite.Password), member, cancellationToken);
        return await HubLine.OpenAsync(Site, token.Value?.Secret ?? throw new InvalidOperationException("The token was refused."), cancellationToken);
    }

    /// <summary>A target on the passage from the first paragraph into the second.</summary>
    public object Passage(int endOffset = 10) => new
    {
        groupId = GroupId,
        readingId = ReadingId,
        kind = "question",
        passage = new { editionId = EditionId, start = new { block = "b1", offset = 4 }, end = new { block = "b2", offset = endOffset } },
    };

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static async Task<CurrentMember> MemberAsync(StudyGroupSite site, string name, CancellationToken cancellationToken) =>
        new((await site.AccountAsync(name, cancellationToken)).Id, name);
}
